package io.hostpulse.common.period;

import io.hostpulse.common.export.ExportRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
