package io.hostpulse.exporter.host;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.export.SinkView.State;
import java.util.OptionalLong;

/** Counts what a sink does and tells it to others. Written by the sink's thread; the view may be read by any. */
final class SinkCounts {

    /** Below this a sink does not catch up, it only gathers batches. */
    private static final double NOTABLE_SECONDS = 60;

    private static final double NANOS_PER_SECOND = 1e9;

    /** How much the newest second counts in the rate, so that a batch every five seconds does not make it jump. */
    private static final double SMOOTHING = 0.1;

    private final SinkSettings settings;
    private long written;
    private long refused;
    private long failures;
    private long position;
    private String error = "";
    private long errorAt;
    private long nextAttempt;
    private boolean failing;
    private boolean reading = true;
    private double rate;
    private long rateAt;
    private long rateFrom;
    private long caughtUpFrom;
    private OptionalLong size = OptionalLong.empty();
    private volatile SinkView view;

    SinkCounts(SinkSettings settings) {
        this.settings = settings;
        this.view = view(0, 0, 0, 1);
    }

    void written(ExportRecord record) {
        written++;
        position = Math.max(position, record.sampleTime());
        recovered();
    }

    void refused(String reason, long now) {
        refused++;
        recovered();
        error = reason;
        errorAt = now;
    }

    void failed(String reason, long now, long next) {
        failures++;
        nextAttempt = next;
        error = reason;
        errorAt = now;
        failing = true;
    }

    void recovered() {
        failing = false;
        nextAttempt = 0;
    }

    String error() {
        return error;
    }

    void size(OptionalLong bytes) {
        size = bytes;
    }

    /**
     * Makes a new view; to be called about once a second.
     *
     * @param now epoch nanoseconds
     * @param backlog records that are not written
     * @param missing records that are gone
     * @param oldest the sample time of the oldest record that waits, or now
     * @param unread why something cannot be read; empty when everything can
     */
    void show(long now, long backlog, long missing, long oldest, String unread) {
        measureRate(now);
        if (!unread.isEmpty()) {
            error = unread;
            errorAt = now;
        }
        reading = unread.isEmpty();
        double behind = backlog == 0 ? 0 : Math.max(0, (now - oldest) / NANOS_PER_SECOND);
        if (behind < NOTABLE_SECONDS) {
            caughtUpFrom = written;
        }
        long done = written - caughtUpFrom;
        double share = behind < NOTABLE_SECONDS ? 1 : (double) done / (done + backlog);
        view = view(backlog, missing, behind, share);
    }

    private void measureRate(long now) {
        if (now < rateAt) {
            // The clock was set back: measured from here on.
            rateAt = now;
            rateFrom = written;
        }
        double seconds = (now - rateAt) / NANOS_PER_SECOND;
        if (seconds >= 1) {
            double present = rateAt == 0 ? 0 : (written - rateFrom) / seconds;
            rate += (present - rate) * Math.min(1, SMOOTHING * seconds);
            rateAt = now;
            rateFrom = written;
        }
    }

    private SinkView view(long backlog, long missing, double behind, double share) {
        State state = share < 1 ? State.CATCHING_UP : State.RUNNING;
        return new SinkView(
                settings.name(),
                settings.type(),
                failing || !reading ? State.RETRYING : state,
                written,
                refused,
                missing,
                failures,
                backlog,
                behind,
                rate,
                position,
                share,
                error,
                errorAt,
                nextAttempt,
                size);
    }

    SinkView view() {
        return view;
    }
}
