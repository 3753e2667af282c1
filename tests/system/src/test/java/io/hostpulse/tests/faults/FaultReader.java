package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.FaultStream;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A reader to be killed: {@code FaultReader DIR CURSOR [--hold N]}. It says {@code seen N TOKEN} for each record before it moves
 * its cursor behind it, {@code gap A B} and {@code damage INDEX REASON}. At record {@code --hold} it waits for a word.
 */
final class FaultReader implements TailListener {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long INSPECTION = TimeUnit.SECONDS.toNanos(1);
    private static final int INTERNAL = 70;

    private final ChildOptions options;
    private final Parent parent;
    private long inspected = System.nanoTime();

    private FaultReader(ChildOptions options, Parent parent) {
        this.options = options;
        this.parent = parent;
    }

    /** Reads until it is told to stop. */
    public static void main(String... words) {
        Runtime.getRuntime().halt(new FaultReader(ChildOptions.parse(words), Parent.watched()).run());
    }

    private int run() {
        try {
            CursorFile cursor = CursorFile.open(options.path(1));
            try (SnapshotTail tail = FaultStream.tail(options.path(0), cursor.position())) {
                read(tail, cursor);
            }
            return 0;
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            System.err.println("hostpulse: ended by " + e);
            e.printStackTrace();
            return INTERNAL;
        }
    }

    private void read(SnapshotTail tail, CursorFile cursor) throws InterruptedException {
        long hold = options.number("hold", 0);
        while (!parent.saidStop()) {
            if (!tail.poll(this) && !inspect(tail)) {
                LockSupport.parkNanos(PAUSE);
            } else if (tail.delivered().sequence() != cursor.position().sequence()) {
                cursor.moveTo(tail.delivered());
            }
            if (hold > 0 && tail.delivered().sequence() >= hold) {
                hold = 0;
                parent.say("held");
                parent.awaitGo();
            }
        }
    }

    /** As every reader of a live stream does. */
    private boolean inspect(SnapshotTail tail) {
        if (System.nanoTime() - inspected < INSPECTION) {
            return false;
        }
        inspected = System.nanoTime();
        return tail.inspect(this);
    }

    @Override
    public void onRecord(RecordView record) {
        parent.say("seen " + record.sequence() + " " + Payload.tokenIn(record.payloadText()));
    }

    @Override
    public void onGap(Gap gap) {
        parent.say("gap " + gap.first() + " " + gap.last());
    }

    @Override
    public void onDamage(Damage damage) {
        parent.say("damage " + damage);
    }
}
