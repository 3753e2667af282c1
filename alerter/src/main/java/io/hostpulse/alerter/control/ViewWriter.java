package io.hostpulse.alerter.control;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.AlerterViewFile;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the file up to date in which the alerter says how it is doing. Used by one thread. */
final class ViewWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ViewWriter.class);

    /** Nobody reads faster. */
    private static final long LOOK_INTERVAL = 1_000_000_000;

    /** To compose and write ten thousand rules took 150 ms of a core; so it is done less often the more there are. */
    private static final int RULES_A_SECOND = 1000;

    /** A file that is older than three of these is that of an alerter which has stopped. */
    private static final long SIGN_OF_LIFE = 10_000_000_000L;

    private final AlerterViewFile file;
    private final LongFunction<AlerterView> composer;
    private Optional<AlerterView> written = Optional.empty();
    private long nextLook;
    private String trouble = "";

    ViewWriter(AlerterViewFile file, LongFunction<AlerterView> composer) {
        this.file = file;
        this.composer = composer;
    }

    /** Writes what changed, once a second at most, and with thousands of rules every few seconds. */
    void work(long now) {
        if (now >= nextLook || nextLook - now > SIGN_OF_LIFE) {
            AlerterView view = composer.apply(now);
            long pause = LOOK_INTERVAL * (1 + view.rules().size() / RULES_A_SECOND);
            nextLook = now + Math.min(pause, SIGN_OF_LIFE);
            if (isNews(view)) {
                write(view);
            }
        }
    }

    private boolean isNews(AlerterView view) {
        return written.filter(last -> Math.abs(view.at() - last.at()) < SIGN_OF_LIFE)
                .filter(last -> last.at(view.at()).equals(view))
                .isEmpty();
    }

    // Alerts are told whether people can see this or not.
    private void write(AlerterView view) {
        try {
            file.write(view);
            written = Optional.of(view);
            trouble = "";
        } catch (IOException e) {
            if (!trouble.equals(e.toString())) {
                trouble = e.toString();
                LOG.warn("{} cannot be written, trying again: {}", file.file(), trouble);
            }
        }
    }
}
