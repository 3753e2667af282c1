package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.export.Compression;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the sinks that write files have in common. Immutable.
 *
 * @param directory where the files are; absent for {@code exports/NAME} in the data directory
 * @param compress how a finished file is compressed
 * @param maxSize a file is finished before it becomes larger, in bytes before compression
 * @param maxRecords a file is finished when it has so many
 * @param maxAge a file is finished so long after its first record was sampled, at the latest at the end of the day
 * @param maxFiles so many finished files of a row are kept
 * @param interval one record of each stream is written for each of these; zero for every record
 * @param zone whose days there are in the names
 */
public record FileOptions(
        Optional<Path> directory,
        Compression compress,
        long maxSize,
        int maxRecords,
        Duration maxAge,
        int maxFiles,
        Duration interval,
        ZoneId zone) {

    /** One record a minute, a file a day. */
    public static final FileOptions USUAL = new FileOptions(
            Optional.empty(),
            Compression.NONE,
            64 << 20,
            1_000_000,
            Duration.ofDays(1),
            100,
            Duration.ofMinutes(1),
            ZoneId.of("UTC"));

    private static final long LEAST_SIZE = 4 << 10;
    private static final long MOST_SIZE = 1 << 30;
    private static final Duration SHORTEST_AGE = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_FILES = 100_000;
    private static final int MOST_RECORDS = 100_000_000;

    /**
     * Reads them.
     *
     * @param node the sink's section; problems are reported through it
     * @return the options
     */
    public static FileOptions read(ConfigNode node) {
        Optional<Path> directory = node.keys().contains("directory")
                ? Optional.of(node.path("directory", Path.of("exports")))
                : Optional.empty();
        return new FileOptions(
                directory,
                CompressOption.read(node),
                node.size("max_size", USUAL.maxSize(), LEAST_SIZE, MOST_SIZE),
                node.whole("max_records", USUAL.maxRecords(), 1, MOST_RECORDS),
                node.duration("max_age", USUAL.maxAge(), SHORTEST_AGE, DAY),
                node.whole("max_files", USUAL.maxFiles(), 1, MOST_FILES),
                node.duration("interval", USUAL.interval(), Duration.ZERO, DAY),
                zone(node));
    }

    private static ZoneId zone(ConfigNode node) {
        String name = node.text("zone", USUAL.zone().getId());
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            node.problem("zone", "'" + name + "' is no time zone: write one like Europe/Berlin or UTC");
            return USUAL.zone();
        }
    }
}
