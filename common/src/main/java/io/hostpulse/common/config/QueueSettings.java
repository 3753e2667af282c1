package io.hostpulse.common.config;

import java.time.Duration;

/**
 * What the queues may take from the disk. Immutable.
 *
 * @param maxAge what is older goes once every consumer has read it, 1 h to 3650 d
 * @param maxSize what a stream may take at most, in bytes
 * @param maxTotalSize what all streams may take together, in bytes
 * @param cursorExpiry a consumer that has not moved for so long holds nothing back, 1 h to 3650 d
 * @param minFree what must stay free on the filesystem, in bytes
 * @param minFreePercent the same in percent, 0 to 50; the larger of the two counts
 * @param sync who decides when records reach the disk
 * @param syncInterval how often, when it is the writer, 100 ms to 1 h
 */
public record QueueSettings(
        Duration maxAge,
        long maxSize,
        long maxTotalSize,
        Duration cursorExpiry,
        long minFree,
        double minFreePercent,
        SyncPolicy sync,
        Duration syncInterval) {

    /** The key of the section. */
    public static final String SECTION = "queues";

    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;
    private static final long TB = 1L << 40;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DECADE = Duration.ofDays(3650);

    /** What holds without configuration. */
    public static final QueueSettings DEFAULTS = new QueueSettings(
            Duration.ofHours(24),
            512 * MB,
            2 * GB,
            Duration.ofDays(7),
            500 * MB,
            5,
            SyncPolicy.NONE,
            Duration.ofSeconds(1));

    /**
     * Reads the section {@code queues}.
     *
     * @param queues the section
     * @return its settings
     */
    public static QueueSettings read(ConfigNode queues) {
        return new QueueSettings(
                maxAge(queues, DEFAULTS),
                maxSize(queues, DEFAULTS),
                queues.size("max_total_size", DEFAULTS.maxTotalSize, 16 * MB, 16 * TB),
                queues.duration("cursor_expiry", DEFAULTS.cursorExpiry, HOUR, DECADE),
                queues.size("min_free", DEFAULTS.minFree, 0, TB),
                queues.real("min_free_percent", DEFAULTS.minFreePercent, 0, 50),
                queues.choice("sync", DEFAULTS.sync),
                queues.duration("sync_interval", DEFAULTS.syncInterval, Duration.ofMillis(100), HOUR));
    }

    /**
     * Reads what one source has for itself.
     *
     * @param source the source's section
     * @return these settings with that source's own {@code max_age} and {@code max_size}
     */
    public QueueSettings of(ConfigNode source) {
        return new QueueSettings(
                maxAge(source, this),
                maxSize(source, this),
                maxTotalSize,
                cursorExpiry,
                minFree,
                minFreePercent,
                sync,
                syncInterval);
    }

    private static Duration maxAge(ConfigNode node, QueueSettings defaults) {
        return node.duration("max_age", defaults.maxAge, HOUR, DECADE);
    }

    private static long maxSize(ConfigNode node, QueueSettings defaults) {
        return node.size("max_size", defaults.maxSize, 4 * MB, TB);
    }
}
