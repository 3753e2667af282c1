package io.hostpulse.common.export;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How what is exported is compressed. Each form carries a checksum, so that a reader sees whether it is whole. */
public enum Compression {
    /** Not at all. */
    NONE(""),
    /** Read everywhere. */
    GZIP(".gz"),
    /** For those whose archive is zstd. About as large as gzip. Takes some 4 MB of memory while it runs. */
    ZSTD(".zst");

    /** What people may write, for messages. */
    public static final String WORDS = "none, gzip or zstd";

    private static final int BUFFER = 64 << 10;

    /** What a switch between gzip and nothing was called. */
    private static final Map<String, Compression> SWITCH =
            Map.of("true", GZIP, "yes", GZIP, "on", GZIP, "false", NONE, "no", NONE, "off", NONE);

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /**
     * Tells how the names of such files end.
     *
     * @return with the dot; empty for what is not compressed
     */
    public String suffix() {
        return suffix;
    }

    /**
     * Understands a word of the configuration.
     *
     * @param word {@link #WORDS}; {@code true} and {@code false} mean gzip and none
     * @return what it means; empty for any other word
     */
    public static Optional<Compression> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        Optional<Compression> named = Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(lower))
                .findFirst();
        return named.or(() -> Optional.ofNullable(SWITCH.get(lower)));
    }

    /**
     * Tells by its name how a file is compressed.
     *
     * @param fileName any name
     * @return the form whose suffix it has
     */
    public static Compression ofFile(String fileName) {
        return Arrays.stream(values())
                .filter(one -> one != NONE && fileName.endsWith(one.suffix))
                .findFirst()
                .orElse(NONE);
    }

    /**
     * Compresses.
     *
     * @param out takes what is compressed
     * @return takes what is not; closing it ends the compressed form and leaves {@code out} open, so that it can be forced to the disk
     * @throws IOException when {@code out} cannot be written to
     */
    public OutputStream into(OutputStream out) throws IOException {
        OutputStream open = new LeftOpen(out);
        return switch (this) {
            case NONE -> open;
            case GZIP -> new GZIPOutputStream(open, BUFFER);
            case ZSTD -> new ZstdFrames(open);
        };
    }

    /**
     * Compresses what is in memory.
     *
     * @param plain what is compressed
     * @return the compressed form
     */
    public byte[] of(byte[] plain) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(plain.length / 2);
        try (OutputStream out = into(all)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return all.toByteArray();
    }

    /**
     * Undoes it.
     *
     * @param in what is compressed
     * @return what it was; fails at what is cut off or damaged
     * @throws IOException when {@code in} cannot be read or does not begin like this form
     */
    public InputStream outOf(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case ZSTD -> new ZstdInputStream(in);
        };
    }

    private static final class LeftOpen extends FilterOutputStream {

        private LeftOpen(OutputStream out) {
            super(out);
        }

        /** The inherited one writes byte by byte. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
