package io.hostpulse.common.net;

import java.util.Optional;
import java.util.Set;

/** Decides what is asked next when an answer points elsewhere. */
@FunctionalInterface
public interface Redirects {

    /** The statuses that point elsewhere, if a place comes with them. */
    Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    /** An answer that points elsewhere is the answer. */
    Redirects NONE = (asked, answer) -> Optional.empty();

    /**
     * Makes the next question.
     *
     * @param asked what was asked
     * @param answer what came
     * @return what is asked now; empty when that is the answer
     * @throws HttpFailureException when the place cannot be asked, or must not be
     */
    Optional<HttpRequest> next(HttpRequest asked, HttpAnswer answer) throws HttpFailureException;

    /**
     * Tells how far it goes.
     *
     * @return the most that are followed for one question
     */
    default int most() {
        return 3;
    }

    /**
     * Tells whether an answer points elsewhere.
     *
     * @param answer what came
     * @return whether its status says so and there is a place
     */
    static boolean isOne(HttpAnswer answer) {
        return STATUSES.contains(answer.status()) && answer.header("location").isPresent();
    }

    /**
     * Finds the place that an answer points to. What was asked over TLS is not asked without it.
     *
     * @param asked what was asked
     * @param answer what came, with a place
     * @return who is asked then
     * @throws HttpFailureException when the place is no URL, or would give up what protected the question so far
     */
    static HttpTarget target(HttpRequest asked, HttpAnswer answer) throws HttpFailureException {
        HttpTarget target = named(asked, answer);
        if (asked.target().isSecure() && !target.isSecure()) {
            throw new HttpFailureException("redirected from https to http, which is not followed");
        }
        return target;
    }

    private static HttpTarget named(HttpRequest asked, HttpAnswer answer) throws HttpFailureException {
        try {
            return asked.target().to(answer.header("location").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new HttpFailureException("redirected to a place that cannot be asked: " + e.getMessage(), e);
        }
    }
}
