package io.hostpulse.alerter.replay;

import io.hostpulse.common.codec.Rfc3339;
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

    /** Keeps to what is recorded: before and behind it there is nothing that rules could be tried on. */
    Period of(long oldest, long newest) {
        long end = Math.min(to.orElse(newest), newest);
        long begin = Math.max(from.orElse(end - last.orElse(USUAL).toNanos()), oldest);
        if (begin > end) {
            throw ProcessFailure.usage("nothing is recorded in this period: the oldest record is of "
                    + Rfc3339.format(oldest) + ", the newest of " + Rfc3339.format(newest));
        }
        return new Period(begin, end);
    }
}
