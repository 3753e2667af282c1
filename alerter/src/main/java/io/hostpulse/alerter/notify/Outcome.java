package io.hostpulse.alerter.notify;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to send a notification. */
public sealed interface Outcome {

    /**
     * It was taken over by whoever is responsible for it from now on.
     *
     * @param answer what they said, for the receipt; one line, at most 200 characters
     */
    record Delivered(String answer) implements Outcome {}

    /**
     * It was not, or nobody knows; trying again may help.
     *
     * @param reason why, for a person, without any secret
     * @param after how long they asked us to wait, if they did
     */
    record TryAgain(String reason, Optional<Duration> after) implements Outcome {}

    /**
     * It was refused for good; trying again would be refused again.
     *
     * @param reason why, for a person, without any secret
     */
    record Refused(String reason) implements Outcome {}
}
