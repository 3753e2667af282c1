package io.hostpulse.alerter.notify.http;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpClient;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Posts, and says what came of it. Used by one thread. */
public final class HttpPoster implements AutoCloseable {

    /** A part of a path or a query that is as long as this may be a token; a shorter one is a word. */
    private static final int SHORTEST_TOKEN = 12;

    private final HttpClient client;
    private final Map<String, Secret> headers;
    private final AnswerVerdict verdict;
    private final LongSupplier epochNanos;

    /**
     * Makes it; it connects to nothing yet.
     *
     * @param options how to connect
     * @param headers what was configured to go with each post, stronger than what a post has itself
     * @param secrets what else must not be in an outcome
     * @param epochNanos the time
     */
    public HttpPoster(HttpOptions options, Map<String, Secret> headers, List<Secret> secrets, LongSupplier epochNanos) {
        Redirects redirects = options.followRedirects() ? new PostRedirects(headers.keySet()) : Redirects.NONE;
        this.client = new HttpClient(options.connection().dialer(), options.limits(), redirects, System::nanoTime);
        this.headers = Map.copyOf(headers);
        this.verdict = new AnswerVerdict(Redaction.of(all(headers, secrets)));
        this.epochNanos = epochNanos;
    }

    private static List<Secret> all(Map<String, Secret> headers, List<Secret> secrets) {
        List<Secret> all = new ArrayList<>(secrets);
        for (Secret value : headers.values()) {
            all.add(value);
            // Of "Bearer abc" the second word alone is as good.
            all.add(new Secret(value.reveal().substring(value.reveal().lastIndexOf(' ') + 1)));
        }
        return all;
    }

    /**
     * Lists what must not be shown of a URL.
     *
     * @param target a URL
     * @return its path with its query, and each longer part of them
     */
    public static List<Secret> secretsIn(HttpTarget target) {
        List<Secret> secrets = new ArrayList<>();
        String resource = target.resource();
        Arrays.stream(resource.split("[/?&=]", -1))
                .filter(part -> part.length() >= SHORTEST_TOKEN)
                .map(Secret::new)
                .forEach(secrets::add);
        if (resource.length() >= SHORTEST_TOKEN) {
            secrets.add(new Secret(resource));
        }
        return secrets;
    }

    /**
     * Posts once.
     *
     * @param request what to post
     * @return what came of it
     */
    public Outcome send(HttpRequest request) {
        Map<String, Secret> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(request.headers());
        all.putAll(headers);
        try {
            HttpAnswer answer = client.ask(new HttpRequest(request.target(), request.method(), all, request.body()));
            return verdict.of(request.target(), answer, epochNanos.getAsLong());
        } catch (HttpFailureException e) {
            return new Outcome.TryAgain(verdict.redaction().reason(e.getMessage()), Optional.empty());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
