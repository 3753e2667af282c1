package io.hostpulse.broker.replay;

import io.hostpulse.broker.fanout.Recovery;
import io.hostpulse.broker.fanout.ReplayTarget;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Place;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.QueueDirectory;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What one client is being sent again: all its streams, in the order of time. Used by the replaying thread. */
final class Replay implements AutoCloseable {

    /** What a client gets in one turn, and must have taken before its next. */
    private static final int TURN = 64 * 1024;

    /**
     * A stream that a cursor does not know is new, and its first records may be a little older than the newest that the cursor knows:
     * the broker finds new streams once a second, and in its first seconds it sends nothing.
     */
    private static final long NEW_STREAM_MARGIN = Duration.ofSeconds(10).toNanos();

    private final ReplayTarget target;
    private final Group group;
    private final Since since;
    private final Consumer<Recovery> answer;
    private final QueueDirectory queues;
    private final ReplayComposer composer;
    private final Map<StreamName, StreamReplay> streams = new TreeMap<>();
    private boolean hasBegun;

    Replay(
            ReplayTarget target,
            Group group,
            Since since,
            Consumer<Recovery> answer,
            QueueDirectory queues,
            ReplayComposer composer) {
        this.target = target;
        this.group = group;
        this.since = since;
        this.answer = answer;
        this.queues = queues;
        this.composer = composer;
    }

    ReplayTarget target() {
        return target;
    }

    Group group() {
        return group;
    }

    /**
     * Reads on, until there is enough for one turn or the group is reached.
     *
     * @param cut how far the group has come
     * @param frames takes the messages
     * @return whether the group is reached
     */
    boolean read(Cut cut, long now, ByteBuf frames) {
        List<String> lost = new ArrayList<>();
        cut.cursor().places().keySet().forEach(stream -> streams.computeIfAbsent(stream, name -> begin(name, lost)));
        if (!hasBegun) {
            hasBegun = true;
            findAbsent(cut, lost);
            Recovery recovery = Recovery.of(lost);
            target.onLoop(() -> answer.accept(recovery));
        }
        while (frames.readableBytes() < TURN) {
            Optional<StreamReplay> next = next(cut);
            if (next.isEmpty()) {
                composer.flush(frames);
                return true;
            }
            take(next.get(), now, frames);
        }
        return false;
    }

    private StreamReplay begin(StreamName name, List<String> lost) {
        StreamReplay stream = new StreamReplay(name, queues.of(name), place(name));
        stream.begin().ifPresent(lost::add);
        composer.begin(name, stream.place());
        return stream;
    }

    private Place place(StreamName stream) {
        if (since instanceof Since.At at) {
            return new Place(0, at.time());
        }
        Cursor cursor = ((Since.Behind) since).cursor();
        return cursor.of(stream).orElseGet(() -> new Place(0, Math.max(0, cursor.newest() - NEW_STREAM_MARGIN)));
    }

    private void findAbsent(Cut cut, List<String> lost) {
        if (since instanceof Since.Behind behind) {
            for (StreamName stream : behind.cursor().places().keySet()) {
                if (group.selection().includes(stream)
                        && cut.cursor().of(stream).isEmpty()) {
                    lost.add("there is no stream " + stream + " any more");
                }
            }
        }
    }

    /** The stream whose next record is the oldest; what is missing is told at once. */
    private Optional<StreamReplay> next(Cut cut) {
        Optional<StreamReplay> oldest = Optional.empty();
        long time = Long.MAX_VALUE;
        for (StreamReplay stream : streams.values()) {
            Optional<Found> found = cut.cursor().of(stream.name()).flatMap(stream::peek);
            if (found.isPresent()) {
                long at = found.get() instanceof Found.Record record
                        ? record.sample().sampleTime()
                        : 0;
                if (at < time) {
                    time = at;
                    oldest = Optional.of(stream);
                }
            }
        }
        return oldest;
    }

    private void take(StreamReplay stream, long now, ByteBuf frames) {
        Found found = stream.take();
        if (found instanceof Found.Record record) {
            composer.record(stream.name(), record.sample(), frames);
        } else if (found instanceof Found.Missing missing) {
            composer.missing(stream.name(), missing.gap(), stream.place(), now, frames);
        }
    }

    /** Holds no files until the next turn. */
    @Override
    public void close() {
        streams.values().forEach(StreamReplay::close);
    }

    ByteBuf buffer(ByteBufAllocator allocator) {
        return allocator.directBuffer(TURN);
    }
}
