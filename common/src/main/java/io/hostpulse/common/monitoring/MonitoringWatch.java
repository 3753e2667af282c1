package io.hostpulse.common.monitoring;

import io.hostpulse.common.config.FileVersion;
import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows whether one stream is to be measured. It looks at the file at most once a second, and reads it only when it is another one. Used
 * by one thread.
 */
public final class MonitoringWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringWatch.class);

    private static final long LOOK_AGAIN = 1_000_000_000;

    private final MonitoringFile file;
    private final StreamName stream;
    private Optional<FileVersion> seen = Optional.empty();
    private Optional<Stop> stop = Optional.empty();
    private long nextLook = Long.MIN_VALUE;
    private String trouble = "";

    /**
     * Begins to follow; nothing is read yet.
     *
     * @param file says what is stopped
     * @param stream the stream
     */
    public MonitoringWatch(MonitoringFile file, StreamName stream) {
        this.file = file;
        this.stream = stream;
    }

    /**
     * Tells whether the stream is to be measured.
     *
     * @param now the present time, epoch nanoseconds
     * @return who stopped it; empty when it is to be measured
     */
    public Optional<Stop> at(long now) {
        // The clock may have been set back.
        if (now >= nextLook || nextLook - now > LOOK_AGAIN) {
            nextLook = now + LOOK_AGAIN;
            look();
        }
        return stop;
    }

    private void look() {
        Optional<FileVersion> present = Optional.of(FileVersion.of(file.path()));
        if (present.equals(seen)) {
            return;
        }
        try {
            take(file.read().of(stream.value()));
            seen = present;
            trouble = "";
        } catch (IOException e) {
            // Not seen, so looked at again: the file may be well, and only this look at it was not.
            if (!trouble.equals(e.getMessage())) {
                trouble = e.getMessage();
                LOG.warn("stream {} stays as it is: {}", stream, trouble);
            }
        }
    }

    private void take(Optional<Stop> found) {
        if (!found.equals(stop)) {
            stop = found;
            LOG.info("stream {}: {}", stream, stop.map(Stop::reason).orElse("measured again"));
        }
    }
}
