package io.hostpulse.common.net;

import java.util.Optional;
import java.util.Set;

/** Decides what is asked next when an answer points elsewhere. */
@FunctionalInterface
public interface Redirects {

    /** The most that are followed for one question. */
    int MOST = 3;

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
     * Tells whether an answer points elsewhere.
     *
     * @param answer what came
     * @return whether its status says so and there is a place
     */
    static boolean isOne(HttpAnswer answer) {
        return STATUSES.contains(answer.status()) && answer.header("location").isPresent();
    }
}
