package io.hostpulse.alerter.replay;

import io.hostpulse.common.process.ProcessFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which piece of time was asked for.
 *
 * @param from its beginning, if one was named, epoch nanoseconds
 * @param to its end, if one was named
 * @param last its length, unless its beginning was named
 */
public record Span(OptionalLong from, OptionalLong to, Optional<Duration> last) {

    private static final Duration USUAL = Duration.ofHours(24);

    /** Ends with what was recorded last: behind it there is nothing that rules could be tried on. */
    Period of(long newest) {
        long end = Math.min(to.orElse(newest), newest);
        long begin = from.orElse(end - last.orElse(USUAL).toNanos());
        if (begin >= end) {
            throw ProcessFailure.usage(
                    "there is nothing recorded in this period: the newest record is older, or its end is"
                            + " before its beginning");
        }
        return new Period(begin, end);
    }
}
