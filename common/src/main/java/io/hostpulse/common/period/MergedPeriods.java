package io.hostpulse.common.period;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.queue.StreamPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Parts of several streams as one, by the times of the records.
 *
 * @param periods the parts
 */
public record MergedPeriods(List<Period> periods) implements AutoCloseable {

    private static final Comparator<Period> BY_TIME =
            Comparator.comparingLong(period -> period.peek().orElseThrow().sampleTime());

    /** Copies the list. */
    public MergedPeriods {
        periods = List.copyOf(periods);
    }

    /**
     * Opens the same period of several streams: all of them or, when one cannot be read, none.
     *
     * @param places the streams
     * @param from as for a {@link Period}
     * @param to as for a {@link Period}
     * @param trouble is told what is missing or damaged, in sentences
     * @return their records
     * @throws io.hostpulse.common.queue.QueueException when a stream cannot be read
     */
    public static MergedPeriods open(
            List<StreamPlace> places, Optional<Long> from, Optional<Long> to, Consumer<String> trouble) {
        return opened(places, place -> new Period(place, from, to, trouble));
    }

    /**
     * Opens the same once more. It ends where this ends, however much the streams have got meanwhile: whoever must look at the records twice
     * sees the same ones.
     *
     * @param trouble is told what is missing or damaged, in sentences
     * @return the records from their beginning
     * @throws io.hostpulse.common.queue.QueueException when a stream cannot be read
     */
    public MergedPeriods again(Consumer<String> trouble) {
        return opened(periods, period -> period.again(trouble));
    }

    private static <T> MergedPeriods opened(List<T> parts, Function<T, Period> opening) {
        List<Period> open = new ArrayList<>();
        try {
            parts.forEach(part -> open.add(opening.apply(part)));
            return new MergedPeriods(open);
        } catch (RuntimeException e) {
            open.forEach(Period::close);
            throw e;
        }
    }

    /**
     * Takes the oldest record.
     *
     * @return the record; empty at the end of all
     */
    public Optional<ExportRecord> take() {
        return periods.stream()
                .filter(period -> period.peek().isPresent())
                .min(BY_TIME)
                .map(Period::take);
    }

    /**
     * Tells how much lies behind.
     *
     * @return 0 to 1
     */
    public double share() {
        return periods.stream().mapToDouble(Period::share).average().orElse(1);
    }

    /**
     * Counts what is missing so far.
     *
     * @return records
     */
    public long missing() {
        return periods.stream().mapToLong(Period::missing).sum();
    }

    @Override
    public void close() {
        periods.forEach(Period::close);
    }
}
