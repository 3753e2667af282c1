package io.hostpulse.collector.source.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what is asked next when an answer points elsewhere. Pure. */
final class Redirection {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirection() {}

    static boolean isOne(HttpAnswer answer) {
        return STATUSES.contains(answer.status()) && answer.header("location").isPresent();
    }

    /**
     * Makes the next question. Another origin gets neither the user's headers nor a body: they were meant for the first one.
     *
     * @throws HttpFailureException when the place is no URL, or would give up what protected the question so far
     */
    static HttpQuestion next(HttpQuestion asked, HttpAnswer answer) throws HttpFailureException {
        HttpTarget target = target(asked, answer);
        if (asked.target().isSecure() && !target.isSecure()) {
            throw new HttpFailureException("redirected from https to http, which is not followed");
        }
        boolean sameOrigin = target.origin().equals(asked.target().origin());
        HttpMethod method = method(asked.method(), answer.status());
        if (method == HttpMethod.POST && !sameOrigin) {
            throw new HttpFailureException(
                    "redirected to " + target.origin() + ", to which what was posted is not sent");
        }
        return new HttpQuestion(
                target,
                method,
                sameOrigin ? asked.headers() : Map.of(),
                method == HttpMethod.POST ? asked.body() : Optional.empty());
    }

    private static HttpTarget target(HttpQuestion asked, HttpAnswer answer) throws HttpFailureException {
        try {
            return asked.target().to(answer.header("location").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new HttpFailureException("redirected to a place that cannot be asked: " + e.getMessage(), e);
        }
    }

    /** As every browser does it: only 307 and 308 repeat a POST. */
    private static HttpMethod method(HttpMethod asked, int status) {
        boolean repeated = status == 307 || status == 308 || asked == HttpMethod.HEAD;
        return repeated ? asked : HttpMethod.GET;
    }
}
