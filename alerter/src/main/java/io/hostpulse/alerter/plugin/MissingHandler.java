package io.hostpulse.alerter.plugin;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import java.util.Optional;

/**
 * Stands in for a handler whose plugin does not work: everything waits until it does.
 *
 * @param problem why it does not
 */
public record MissingHandler(String problem) implements Handler {

    @Override
    public Outcome send(Notification notification) {
        return new Outcome.TryAgain(problem, Optional.empty());
    }
}
