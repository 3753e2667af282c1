package io.hostpulse.history;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One program as it was at a moment. What was not told is absent.
 *
 * @param pid its number
 * @param name its name
 * @param cpuPercent percent of one core
 * @param memoryPercent percent of the host's memory
 * @param memoryUsed its resident set in bytes
 * @param status what it did, for example {@code sleeping}
 * @param threads how many threads it had
 * @param user with whose rights it acted
 */
public record ProcessSample(
        long pid,
        String name,
        OptionalDouble cpuPercent,
        OptionalDouble memoryPercent,
        OptionalLong memoryUsed,
        Optional<String> status,
        OptionalLong threads,
        Optional<String> user) {}
