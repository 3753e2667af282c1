package io.hostpulse.common.queue.care;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at Chronicle's metadata file as bytes: opening a damaged one takes Chronicle ten seconds, and a short one makes it
 * read-only without a word.
 */
final class MetadataCheck {

    static final String FILE_NAME = "metadata.cq4t";

    private static final String BEGINNING = "\u00b9\u0006header\u00b6\u0007STStore";
    private static final String HIGHEST = "listing.highestCycle";
    private static final String LOCK = "chronicle.write.lock";

    /** Introduces a number of eight bytes. */
    private static final char NUMBER = '\u00a7';

    private static final int PAGE = 4096;
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final String text;

    private MetadataCheck(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** Says what is wrong with the metadata as such. */
    static Optional<Finding> check(Path directory) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        return Files.exists(file) ? read(file).check() : Optional.of(problem("is missing"));
    }

    /** The newest cycle of which Chronicle has noted a file; it must be free of problems. */
    static OptionalLong highestCycle(Path directory) throws IOException {
        return read(directory.resolve(FILE_NAME)).number(HIGHEST);
    }

    private static MetadataCheck read(Path file) throws IOException {
        byte[] bytes = new byte[(int) Math.min(LONGEST, Files.size(file))];
        try (var in = Files.newInputStream(file)) {
            int length = in.readNBytes(bytes, 0, bytes.length);
            return new MetadataCheck(file, new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    private Optional<Finding> check() throws IOException {
        if (!text.startsWith(BEGINNING, DocumentHeader.LENGTH)) {
            return Optional.of(problem("does not begin as a queue's metadata; it is " + text.length() + " bytes long"));
        }
        if (number(HIGHEST).isEmpty() || number(LOCK).isEmpty()) {
            return Optional.of(problem("holds no list of files or no lock"));
        }
        boolean cut = Files.size(file) % PAGE != 0;
        return cut ? Optional.of(problem("was cut to " + text.length() + " bytes")) : Optional.empty();
    }

    private static Finding problem(String what) {
        return Finding.problem(FILE_NAME, what, Remedy.REBUILD);
    }

    private OptionalLong number(String name) {
        int at = text.indexOf(name);
        int number = at < 0 ? -1 : text.indexOf(NUMBER, at + name.length());
        if (number < 0 || number + 1 + Long.BYTES > text.length()) {
            return OptionalLong.empty();
        }
        byte[] bytes = text.substring(number + 1, number + 1 + Long.BYTES).getBytes(StandardCharsets.ISO_8859_1);
        return OptionalLong.of(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }
}
