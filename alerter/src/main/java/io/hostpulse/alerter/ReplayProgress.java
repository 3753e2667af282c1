package io.hostpulse.alerter;

import io.hostpulse.alerter.replay.Progress;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.text.ProgressLine;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows on a terminal how far a replay is, twice a second. Not thread-safe. */
final class ReplayProgress implements Progress, AutoCloseable {

    private static final long INTERVAL = 500_000_000L;
    private static final double PERCENT = 100;

    private final ProgressLine line;
    private final EpochClock clock;
    private long shown;

    ReplayProgress(PrintWriter err, boolean watched, EpochClock clock) {
        this.line = new ProgressLine(err, watched);
        this.clock = clock;
        this.shown = clock.nanos();
    }

    @Override
    public void at(double share, long time) {
        long now = clock.nanos();
        if (now - shown >= INTERVAL || now < shown) {
            shown = now;
            line.show(String.format(Locale.ROOT, "replaying: %.0f %%, at %s", share * PERCENT, Rfc3339.format(time)));
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
