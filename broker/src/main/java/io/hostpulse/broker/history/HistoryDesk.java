package io.hostpulse.broker.history;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.history.HistoryException;
import io.hostpulse.history.HistoryException.Failure;
import io.hostpulse.history.HistoryReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Where the history is looked into: on a thread of its own, so that neither clients nor orders wait for a question about two years. What
 * cannot be answered soon is refused. Thread-safe.
 */
public final class HistoryDesk implements AutoCloseable {

    private final Path directory;
    private final boolean isRecorded;
    private final Desk desk = new Desk("history");

    /** The desk's thread only. Opened by the first question, so that nobody pays for what nobody asks. */
    private Optional<HistoryReader> reader = Optional.empty();

    /**
     * Begins without a thread.
     *
     * @param directory where the history lies
     * @param isRecorded whether it is switched on
     */
    public HistoryDesk(Path directory, boolean isRecorded) {
        this.directory = directory;
        this.isRecorded = isRecorded;
    }

    /**
     * Tells whether anything new comes into the history.
     *
     * @return whether it is switched on
     */
    public boolean isRecorded() {
        return isRecorded;
    }

    /**
     * Asks.
     *
     * @param <T> what comes of it
     * @param question is given the reader; nothing when there is no history yet, or nothing in it
     * @return what came of it, or a {@link HistoryException}
     * @throws io.hostpulse.broker.control.BusyException when too much is waiting already, or the broker is stopping
     */
    public <T> CompletionStage<T> ask(Function<Optional<HistoryReader>, T> question) {
        return desk.ask(() -> answer(question));
    }

    /**
     * Does other work about the past that would hold clients up.
     *
     * @param <T> what comes of it
     * @param work the work
     * @return what came of it
     * @throws io.hostpulse.broker.control.BusyException when too much is waiting already, or the broker is stopping
     */
    public <T> CompletionStage<T> work(Callable<T> work) {
        return desk.ask(work);
    }

    /**
     * Goes on with such work, which is not refused.
     *
     * @param <T> what comes of it
     * @param work a few milliseconds of it
     * @return what came of it; a failure when the broker is stopping
     */
    public <T> CompletionStage<T> goOn(Callable<T> work) {
        return desk.goOn(work);
    }

    private <T> T answer(Function<Optional<HistoryReader>, T> question) {
        try {
            return question.apply(open().filter(HistoryDesk::isBegun));
        } catch (HistoryException e) {
            // Whatever it was, a reader that is opened again is as good as any.
            letGo();
            throw e;
        }
    }

    /** One into which nothing was written yet is as good as none. */
    private static boolean isBegun(HistoryReader reader) {
        return !reader.streams().isEmpty();
    }

    private Optional<HistoryReader> open() {
        if (reader.isEmpty()) {
            try {
                reader = Optional.of(HistoryReader.open(directory));
            } catch (HistoryException e) {
                if (e.failure() != Failure.ABSENT) {
                    throw e;
                }
            }
        }
        return reader;
    }

    private void letGo() {
        Optional<HistoryReader> open = reader;
        reader = Optional.empty();
        open.ifPresent(HistoryReader::close);
    }

    /** Ends within a second. A question that takes longer ends with the process. */
    @Override
    public void close() {
        if (desk.end()) {
            letGo();
        }
    }
}
