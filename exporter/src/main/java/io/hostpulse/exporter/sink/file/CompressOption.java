package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.export.Compression;
import java.util.Optional;

/** Reads {@code compress}, which all sinks of files understand. */
public final class CompressOption {

    private static final String KEY = "compress";

    private CompressOption() {}

    /**
     * Reads it.
     *
     * @param node the sink's section; a problem is reported through it
     * @return how files are compressed; not at all unless configured
     */
    public static Compression read(ConfigNode node) {
        Optional<Compression> read = Compression.named(node.text(KEY, "none"));
        if (read.isEmpty()) {
            node.problem(KEY, "is not one of " + Compression.WORDS);
        }
        return read.orElse(Compression.NONE);
    }
}
