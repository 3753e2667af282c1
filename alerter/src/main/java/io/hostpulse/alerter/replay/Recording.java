package io.hostpulse.alerter.replay;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongFunction;

/**
 * All streams of a data directory that rules look at, from a time on, as one sequence by sample time; of equal times by the stream's name.
 * One record of each stream is in memory. Nothing in the directory is changed. Not thread-safe.
 */
final class Recording implements AutoCloseable {

    private static final Comparator<RecordedStream> BY_TIME = Comparator.<RecordedStream>comparingLong(
                    stream -> stream.next().time())
            .thenComparing(RecordedStream::name);

    private final List<RecordedStream> streams = new ArrayList<>();
    private final PriorityQueue<RecordedStream> waiting = new PriorityQueue<>(BY_TIME);

    private Recording() {}

    /**
     * Opens every stream.
     *
     * @param from the sample time of the first record that matters
     * @throws IOException when the directory cannot be read
     */
    static Recording open(DataDirectory data, long from) throws IOException {
        Recording recording = new Recording();
        QueueDirectory queues = new QueueDirectory(data.queues());
        try {
            for (StreamName name : new RecordedTimes(queues).streams()) {
                Path directory = queues.of(name);
                recording.add(RecordedStream.open(directory, StreamDescriptor.readFrom(directory), from));
            }
            return recording;
        } catch (IOException | QueueException e) {
            recording.close();
            throw e;
        }
    }

    private void add(RecordedStream stream) {
        streams.add(stream);
        if (stream.next() != null) {
            waiting.add(stream);
        }
    }

    List<RecordedStream> streams() {
        return streams;
    }

    /** When the next record was sampled; {@link Long#MAX_VALUE} at the end. */
    long nextTime() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.peek().next().time();
    }

    /** Takes the next record; there must be one. */
    Sample take() {
        RecordedStream stream = waiting.remove();
        Sample taken = stream.take();
        if (stream.next() != null) {
            waiting.add(stream);
        }
        return taken;
    }

    /** Says in sentences what was missing until a time. */
    List<String> findings(long until, LongFunction<String> clock) {
        streams.forEach(stream -> stream.reach(until));
        return streams.stream()
                .flatMap(stream -> stream.findings().sentences(stream.name().value(), clock).stream())
                .toList();
    }

    @Override
    public void close() {
        streams.forEach(RecordedStream::close);
    }
}
