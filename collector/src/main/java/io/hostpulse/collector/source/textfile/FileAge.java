package io.hostpulse.collector.source.textfile;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** When a file was written, as a time and as an age: rules know no clock. */
final class FileAge {

    private static final double NANOS_PER_SECOND = 1e9;

    private FileAge() {}

    static void add(Fields.Builder entry, Path file, long now) {
        try {
            long written = Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
            entry.put("mtime", Rfc3339.format(written));
            entry.put("age_seconds", Rounding.twoDecimals((now - written) / NANOS_PER_SECOND));
        } catch (IOException e) {
            String reason = "the file cannot be looked at: " + e;
            entry.missing("mtime", reason).missing("age_seconds", reason);
        }
    }
}
