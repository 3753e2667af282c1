package io.hostpulse.alerter.plugin;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.plugin.LoadingFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin's handler, of which only what the contract allows comes through. It is opened when there is something to send, so that one that
 * cannot be opened holds up nothing but its own notifications, and is opened as soon as it can. Used by one thread.
 */
final class PluginHandler implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(PluginHandler.class);

    /** Whoever says more means never, and that is not theirs to say. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private static final Redaction LINE = new Redaction(List.of());

    private final Path jar;
    private final Supplier<Handler> opening;
    private Optional<Handler> opened = Optional.empty();

    PluginHandler(Path jar, Supplier<Handler> opening) {
        this.jar = jar;
        this.opening = opening;
    }

    @Override
    public Outcome send(Notification notification) {
        try {
            return checked(open().send(notification));
        } catch (LinkageError e) {
            return new Outcome.TryAgain(line("failed: " + LoadingFailure.of(e)), Optional.empty());
        } catch (RuntimeException e) {
            // What it says may be a secret: only the log, which is its owner's alone, gets it.
            LOG.warn("the plugin {} failed", jar, e);
            return new Outcome.TryAgain(
                    line("failed: " + e.getClass().getSimpleName() + ", see the log"), Optional.empty());
        }
    }

    private Handler open() {
        if (opened.isEmpty()) {
            opened = Optional.of(Objects.requireNonNull(opening.get(), "it opened no handler"));
        }
        return opened.get();
    }

    private Outcome checked(Outcome outcome) {
        if (outcome instanceof Outcome.Delivered delivered) {
            return new Outcome.Delivered(LINE.answer(Objects.toString(delivered.answer(), "")));
        }
        if (outcome instanceof Outcome.Refused refused) {
            return new Outcome.Refused(LINE.reason(Objects.toString(refused.reason(), "")));
        }
        if (outcome instanceof Outcome.TryAgain again) {
            return new Outcome.TryAgain(LINE.reason(Objects.toString(again.reason(), "")), wait(again));
        }
        return new Outcome.TryAgain(line("returned no outcome"), Optional.empty());
    }

    private static Optional<Duration> wait(Outcome.TryAgain again) {
        return Objects.requireNonNullElse(again.after(), Optional.<Duration>empty())
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    private String line(String what) {
        return LINE.reason("the plugin " + jar + " " + what);
    }

    @Override
    public void close() {
        try {
            opened.ifPresent(Handler::close);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the plugin {} could not be closed", jar, e);
        }
    }
}
