package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.common.model.Fields;
import java.util.List;
import java.util.Set;

/** How the broker itself is doing. Thread-safe, and never waits. */
public interface Vitals {

    /**
     * Tells what keeps the broker from doing its work.
     *
     * @return for people; empty when it is alive
     */
    List<String> troubles();

    /**
     * Names the streams that clients count on.
     *
     * @return those that are configured
     */
    Set<String> streams();

    /**
     * Counts what the broker does.
     *
     * @return numbers by the names that they have in the mark file
     */
    Fields figures();
}
