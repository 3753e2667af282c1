package io.hostpulse.tests.faults;

import java.time.Duration;

/**
 * How much is injected.
 *
 * @param kills of the writer, and as many of the reader
 * @param rollKills at the creation of a roll file
 * @param repeats of everything else
 * @param stop how long a stopped process is stopped
 * @param outage how long a far end is away
 * @param patience how many times longer than its goal anything may take: a build machine is no quiet place
 */
record Scale(int kills, int rollKills, int repeats, Duration stop, Duration outage, int patience) {

    static final Scale SHORT = new Scale(15, 4, 1, Duration.ofSeconds(5), Duration.ofSeconds(5), 4);
    static final Scale LONG = new Scale(1000, 50, 10, Duration.ofSeconds(60), Duration.ofMinutes(10), 1);

    /** The long form with a share of its injections. */
    static Scale longTimes(double factor) {
        return new Scale(
                times(LONG.kills, factor),
                times(LONG.rollKills, factor),
                times(LONG.repeats, factor),
                factor < 1 ? SHORT.stop : LONG.stop,
                factor < 1 ? SHORT.outage : LONG.outage,
                LONG.patience);
    }

    private static int times(int count, double factor) {
        return (int) Math.max(1, Math.round(count * factor));
    }
}
