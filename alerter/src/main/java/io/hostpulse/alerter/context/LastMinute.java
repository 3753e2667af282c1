package io.hostpulse.alerter.context;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Reason;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What one stream wrote in the minute before a moment, the moment included: of each second the newest record. Read by a tail of its own, which
 * moves no cursor.
 */
final class LastMinute implements TailListener {

    private static final long SECOND = 1_000_000_000;
    private static final int SECONDS = 60;

    private final long moment;
    private final PayloadReader payloads = new PayloadReader();

    /** By how many seconds before the moment. */
    private final TreeMap<Integer, Kept> kept = new TreeMap<>();

    private boolean isOver;

    /** A record; its payload is understood only when it is needed. */
    private record Kept(long at, RecordKind kind, byte[] payload) {}

    /** A record that has data. */
    record Sample(long at, Fields fields) {}

    private LastMinute(long moment) {
        this.moment = moment;
    }

    /**
     * Reads it.
     *
     * @throws QueueException when there is no such stream, or it cannot be read
     */
    static LastMinute before(Path stream, long moment, TimeBudget budget) {
        LastMinute minute = new LastMinute(moment);
        try (SnapshotTail tail = SnapshotTail.fromTime(stream, moment - SECONDS * SECOND + 1)) {
            while (!minute.isOver && tail.poll(minute)) {
                budget.check();
            }
        }
        return minute;
    }

    @Override
    public void onRecord(RecordView record) {
        long at = record.sampleTime();
        isOver = at > moment;
        int secondsBefore = (int) ((moment - at) / SECOND);
        if (!isOver && secondsBefore < SECONDS) {
            kept.put(secondsBefore, new Kept(at, record.kind(), record.payloadCopy()));
        }
    }

    // Whoever follows the stream tells it; here it is a time without values.
    @Override
    public void onGap(Gap gap) {}

    @Override
    public void onDamage(Damage damage) {}

    /** Those with data, at most sixty, oldest first. */
    List<Sample> samples(TimeBudget budget) {
        List<Sample> samples = new ArrayList<>();
        for (Kept one : kept.descendingMap().values()) {
            budget.check();
            if (one.kind() == RecordKind.OK) {
                samples.add(new Sample(one.at(), fields(one)));
            }
        }
        return samples;
    }

    private Fields fields(Kept one) {
        try {
            return payloads.read(one.payload());
        } catch (RecordFormatException damaged) {
            return Fields.NONE;
        }
    }

    /** The newest record; without data it has no fields. */
    Newest newest() {
        if (kept.isEmpty()) {
            return new Newest(Fields.NONE, "no record came in the minute before");
        }
        Kept one = kept.firstEntry().getValue();
        return one.kind() == RecordKind.OK
                ? new Newest(fields(one), "")
                : new Newest(Fields.NONE, Reason.in(one.payload()));
    }

    /**
     * A newest record.
     *
     * @param trouble why it has no data; empty when it has
     */
    record Newest(Fields fields, String trouble) {}
}
