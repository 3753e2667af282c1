package io.hostpulse.console.tail;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.PollSchedule;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.TailListener;
import java.io.IOException;
import java.nio.file.Path;

/** Prints a stream, also one that is being written or does not exist yet. Read-only: it cannot disturb anybody. */
public final class StreamPrinter {

    /** How often to look whether a stream has appeared. */
    private static final long LOOK_EVERY = 200_000_000L;

    /** How many records may be printed before looking whether anybody still reads them. */
    private static final int BATCH = 256;

    private final QueueDirectory queues;
    private final EpochClock clock;
    private final Pause pause;
    private final Output output;

    /**
     * Prepares to print.
     *
     * @param queues where the streams are
     * @param clock the time of arrivals
     * @param pause waits for the next record
     * @param output where and how records are shown
     */
    public StreamPrinter(QueueDirectory queues, EpochClock clock, Pause pause, Output output) {
        this.queues = queues;
        this.clock = clock;
        this.pause = pause;
        this.output = output;
    }

    /**
     * Prints until the end of the stream; when following, until nobody reads the output any more.
     *
     * @param request what is to be read
     * @throws IOException when the queues cannot be listed
     * @throws NoSuchStreamException when there is no such stream and it is not to be waited for
     */
    public void print(TailRequest request) throws IOException {
        boolean there = StreamName.isValid(request.stream()) && StreamDescriptor.isIn(directory(request));
        if (!there) {
            awaitStream(request);
        }
        try (SnapshotTail tail = there ? open(request) : openNew(request)) {
            print(tail, request);
        }
    }

    private Path directory(TailRequest request) {
        return queues.of(new StreamName(request.stream()));
    }

    private void awaitStream(TailRequest request) throws IOException {
        if (!request.follow() || !StreamName.isValid(request.stream())) {
            throw new NoSuchStreamException(
                    request.stream(),
                    queues.streams().stream().map(StreamName::value).toList());
        }
        output.err().println("waiting for stream '" + request.stream() + "' to appear in " + queues.root());
        output.err().flush();
        while (!StreamDescriptor.isIn(directory(request))) {
            pause.until(clock.nanos() + LOOK_EVERY);
        }
    }

    private SnapshotTail open(TailRequest request) {
        Path directory = directory(request);
        return request.since()
                .map(since -> SnapshotTail.fromTime(directory, since))
                .orElseGet(() -> SnapshotTail.fromLast(directory, request.last()));
    }

    // Whoever waited for a stream wants to see its first record.
    private SnapshotTail openNew(TailRequest request) {
        return SnapshotTail.after(directory(request), Position.START);
    }

    private void print(SnapshotTail tail, TailRequest request) throws IOException {
        Path directory = directory(request);
        PollSchedule schedule =
                new PollSchedule(StreamDescriptor.readFrom(directory).interval());
        TailListener printer = new Arrivals(printer(request), schedule, clock);
        Inspection inspection = new Inspection(clock);
        boolean more = true;
        while (more && !output.out().checkError()) {
            boolean reachedEnd = !printBatch(tail, printer);
            if (reachedEnd && request.follow() && !inspection.isDueAndFinds(tail, printer)) {
                flushThenWait(schedule);
            }
            more = !reachedEnd || request.follow();
        }
        output.out().flush();
    }

    private static boolean printBatch(SnapshotTail tail, TailListener printer) {
        for (int i = 0; i < BATCH; i++) {
            if (!tail.poll(printer)) {
                return false;
            }
        }
        return true;
    }

    private void flushThenWait(PollSchedule schedule) {
        output.out().flush();
        pause.until(schedule.nextPoll(clock.nanos()));
    }

    private TailListener printer(TailRequest request) {
        Trouble trouble = new Trouble(request.stream(), output.err(), output.errStyle());
        return output.json()
                ? new JsonLines(new StreamName(request.stream()), output.out(), trouble)
                : new HumanLines(output.out(), trouble, output.style(), output.width(), output.zone());
    }
}
