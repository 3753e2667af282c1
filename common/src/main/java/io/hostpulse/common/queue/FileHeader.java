package io.hostpulse.common.queue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The first document of every Chronicle file. Without it Chronicle waits for a writer that is not there. */
final class FileHeader {

    /** A field's name in Chronicle's binary form: a code, its length, its letters. */
    private static final byte[] NAME = "\u00b9\u0006header".getBytes(StandardCharsets.ISO_8859_1);

    private static final int LONGEST = 4096;

    private FileHeader() {}

    /** Whether the header is there and complete. */
    static boolean isSound(Path file) throws IOException {
        ByteBuffer begin = ByteBuffer.wrap(begin(file, DocumentHeader.LENGTH + NAME.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        if (begin.remaining() < DocumentHeader.LENGTH + NAME.length) {
            return false;
        }
        int word = begin.getInt();
        return DocumentHeader.isMetadata(word)
                && !DocumentHeader.isIncomplete(word)
                && DocumentHeader.lengthOf(word) > NAME.length
                && DocumentHeader.lengthOf(word) < LONGEST
                && begin.equals(ByteBuffer.wrap(NAME));
    }

    /** Whether there is not one byte but zeros, as when its creation was interrupted. */
    static boolean isEmpty(Path file) throws IOException {
        byte[] block = new byte[64 * 1024];
        byte[] zeros = new byte[block.length];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.readNBytes(block, 0, block.length);
                    read > 0;
                    read = in.readNBytes(block, 0, block.length)) {
                if (!Arrays.equals(block, 0, read, zeros, 0, read)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static byte[] begin(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }
}
