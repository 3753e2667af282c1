package io.hostpulse.alerter.plugin;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.plugin.PluginInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A plugin's handler, of which only what the contract allows comes through. Used by one thread. */
final class PluginHandler implements Handler {

    /** Whoever says more means never, and that is not theirs to say. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private static final Redaction LINE = new Redaction(List.of());

    private final PluginInstance<Handler> plugin;

    PluginHandler(Path jar, Supplier<Handler> opening) {
        plugin = new PluginInstance<>(jar, opening);
    }

    @Override
    public Outcome send(Notification notification) {
        return plugin.attempt(
                handler -> checked(handler.send(notification)),
                problem -> new Outcome.TryAgain(LINE.reason(problem), Optional.empty()));
    }

    private static Outcome checked(Outcome outcome) {
        if (outcome instanceof Outcome.Delivered delivered) {
            return new Outcome.Delivered(LINE.answer(Objects.toString(delivered.answer(), "")));
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Outcome.Refused(LINE.reason(Objects.toString(refused.reason(), "")));
        }
        return outcome instanceof Outcome.TryAgain again
                ? new Outcome.TryAgain(LINE.reason(Objects.toString(again.reason(), "")), wait(again))
                : outcome;
    }

    private static Optional<Duration> wait(Outcome.TryAgain again) {
        return Objects.requireNonNullElse(again.after(), Optional.<Duration>empty())
                .filter(asked -> !asked.isNegative())
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    @Override
    public void close() {
        plugin.close();
    }
}
