package io.hostpulse.alerter;

import java.util.Optional;

/** Lets somebody have the configuration read again. For the alerting thread. */
@FunctionalInterface
interface Reload {

    /**
     * Reads the configuration and goes over to it, at once and in whole.
     *
     * @return why not, in which case everything stays as it was; nothing when it was done
     */
    Optional<String> now();
}
