package io.hostpulse.tests.faults;

import java.util.Optional;

/** One kind of fault and how it is injected. */
interface Scenario {

    /** Its name, as {@code --only} takes it. */
    String kind();

    Goal goal();

    /** Why it cannot be tried on this machine, if so. */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** Injects the faults and counts; what is thrown counts as a problem. */
    void run(Trial trial) throws Exception;
}
