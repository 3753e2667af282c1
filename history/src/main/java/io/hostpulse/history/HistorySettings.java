package io.hostpulse.history;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;

/**
 * What the history keeps. Immutable.
 *
 * @param enabled whether there is one
 * @param raw how long every single value is kept, 1 h to 365 d
 * @param minutes how long there is a minimum, mean, maximum, last value and count of each minute, 1 d to 3650 d; also how long
 *     processes are kept
 * @param hours how long there is the same of each hour, 1 d to 36500 d; also how long alerts and gaps are kept
 * @param maxSize what the database may take, in bytes; above, the oldest goes, raw values first
 * @param commitInterval how often what came in is committed, 1 s to 5 min: how old the newest value of a query may be
 * @param maxSeries how many series one stream may have, 100 to 100,000
 */
public record HistorySettings(
        boolean enabled,
        Duration raw,
        Duration minutes,
        Duration hours,
        long maxSize,
        Duration commitInterval,
        int maxSeries) {

    /** The key of the section. */
    public static final String SECTION = "history";

    /** Where the history lies in the data directory. */
    public static final String DIRECTORY = "history";

    private static final String ENABLED = "enabled";
    private static final long MB = 1L << 20;
    private static final long TB = 1L << 40;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    /** What holds without configuration. */
    public static final HistorySettings DEFAULTS = new HistorySettings(
            true,
            Duration.ofDays(2),
            Duration.ofDays(30),
            Duration.ofDays(730),
            2048 * MB,
            Duration.ofSeconds(5),
            5_000);

    /**
     * Asks only whether there is a history, for whoever does not write it.
     *
     * @param root the whole configuration
     * @return whether it is switched on
     */
    public static boolean isEnabled(ConfigNode root) {
        return root.section(SECTION).flag(ENABLED, DEFAULTS.enabled);
    }

    /**
     * Reads the section {@code history}.
     *
     * @param history the section
     * @return its settings
     */
    public static HistorySettings read(ConfigNode history) {
        HistorySettings settings = new HistorySettings(
                history.flag(ENABLED, DEFAULTS.enabled),
                history.duration("raw", DEFAULTS.raw, HOUR, YEAR),
                history.duration("minutes", DEFAULTS.minutes, DAY, YEAR.multipliedBy(10)),
                history.duration("hours", DEFAULTS.hours, DAY, YEAR.multipliedBy(100)),
                history.size("max_size", DEFAULTS.maxSize, 16 * MB, TB),
                history.duration("commit_interval", DEFAULTS.commitInterval, Duration.ofSeconds(1), HOUR.dividedBy(12)),
                history.whole("max_series", DEFAULTS.maxSeries, 100, 100_000));
        if (settings.minutes.compareTo(settings.hours) > 0) {
            history.problem("minutes", "minutes are kept for longer than hours: make 'hours' at least as long");
        }
        return settings;
    }
}
