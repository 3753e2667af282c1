package io.hostpulse.collector.source.http;

import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads on where an answer points, as every browser does it. Another origin gets neither the user's headers nor a body: they were meant
 * for the first one. Pure.
 */
final class ReadRedirects implements Redirects {

    private static final int MOST = 5;

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Optional<HttpRequest> next(HttpRequest asked, HttpAnswer answer) throws HttpFailureException {
        if (!Redirects.isOne(answer)) {
            return Optional.empty();
        }
        HttpTarget target = Redirects.target(asked, answer);
        boolean sameOrigin = target.origin().equals(asked.target().origin());
        boolean postsAgain = asked.method().equals("POST") && isRepeated(answer.status());
        if (postsAgain && !sameOrigin) {
            throw new HttpFailureException(
                    "redirected to " + target.origin() + ", to which what was posted is not sent");
        }
        return Optional.of(postsAgain ? again(asked, target) : reading(asked, target, sameOrigin));
    }

    /** Only these two repeat a POST; after the others it is read what came of it. */
    private static boolean isRepeated(int status) {
        return status == 307 || status == 308;
    }

    private static HttpRequest again(HttpRequest asked, HttpTarget target) {
        return new HttpRequest(target, asked.method(), asked.headers(), asked.body());
    }

    private static HttpRequest reading(HttpRequest asked, HttpTarget target, boolean sameOrigin) {
        String method = asked.method().equals("POST") ? "GET" : asked.method();
        return new HttpRequest(target, method, sameOrigin ? withoutBody(asked) : Map.of(), Optional.empty());
    }

    /** What describes a body does not go along without one. */
    private static Map<String, Secret> withoutBody(HttpRequest asked) {
        Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(asked.headers());
        headers.remove("Content-Type");
        return headers;
    }
}
