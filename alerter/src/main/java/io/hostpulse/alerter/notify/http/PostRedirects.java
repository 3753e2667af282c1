package io.hostpulse.alerter.notify.http;

import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import io.hostpulse.common.net.Redirects;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Posts the same to where an answer points. Another origin does not get the headers that were configured for the first one. A 303
 * is not followed: it asks to read something else, and says nothing about the post.
 *
 * @param confidential the names of the headers that are for the first origin only
 */
record PostRedirects(Set<String> confidential) implements Redirects {

    private static final int SEE_OTHER = 303;

    @Override
    public Optional<HttpRequest> next(HttpRequest asked, HttpAnswer answer) throws HttpFailureException {
        if (!Redirects.isOne(answer) || answer.status() == SEE_OTHER) {
            return Optional.empty();
        }
        HttpTarget target = Redirects.target(asked, answer);
        return Optional.of(new HttpRequest(target, asked.method(), headers(asked, target), asked.body()));
    }

    private Map<String, Secret> headers(HttpRequest asked, HttpTarget target) {
        Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(asked.headers());
        if (!target.origin().equals(asked.target().origin())) {
            confidential.forEach(headers::remove);
        }
        return headers;
    }
}
