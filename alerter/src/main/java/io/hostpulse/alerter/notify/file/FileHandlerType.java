package io.hostpulse.alerter.notify.file;

import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.NotificationText;
import io.hostpulse.common.config.ConfigNode;
import java.nio.file.Path;
import java.util.Optional;

/** The handler {@code file}. */
public final class FileHandlerType implements HandlerType {

    private static final long KB = 1L << 10;
    private static final long MB = 1L << 20;

    /** Makes the kind; it holds nothing. */
    public FileHandlerType() {}

    @Override
    public String name() {
        return "file";
    }

    @Override
    public Opener configure(ConfigNode options) {
        Optional<Path> path = options.optionalText("path").map(written -> options.path("path", Path.of("")));
        LineFormat format = options.choice("format", LineFormat.TEXT);
        long maxSize = options.size("max_size", 10 * MB, 4 * KB, 1024 * MB);
        int keep = options.whole("keep", 5, 1, 1_000);
        return surroundings -> new FileHandler(
                path.orElseGet(() -> usual(surroundings)),
                new AlertLines(format, new NotificationText(surroundings.zone())),
                maxSize,
                keep);
    }

    private static Path usual(HandlerSurroundings surroundings) {
        return surroundings
                .directory()
                .resolve("alerts")
                .resolve(surroundings.name() + ".log")
                .toAbsolutePath();
    }
}
