package io.hostpulse.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A program from its start to its end, as far as it was among those that use most.
 *
 * @param pid its number
 * @param started when it was started, epoch nanoseconds; empty in what an older version recorded
 * @param user with whose rights it acted
 * @param first when it was seen first in the time that was asked for, epoch nanoseconds
 * @param last when it was seen last
 * @param samples how many values there are, one a minute
 * @param series what it used: {@code cpu_percent}, {@code memory}, {@code read_bytes_per_sec} and {@code write_bytes_per_sec}, of
 *     those that are known
 */
public record ProcessRun(
        long pid,
        OptionalLong started,
        Optional<String> user,
        long first,
        long last,
        long samples,
        List<SeriesHistory> series) {

    /** Copies the list. */
    public ProcessRun {
        series = List.copyOf(series);
    }
}
