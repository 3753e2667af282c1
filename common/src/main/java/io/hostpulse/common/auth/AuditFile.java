package io.hostpulse.common.auth;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file {@code logs/audit.ndjson}: one JSON object a line for everything that somebody ordered. Text in it is escaped as JSON does, so
 * nothing that anybody sends can look like another line. Any process may append; one process rotates.
 *
 * @param path where it is
 * @param maxBytes the size at which it is put away
 * @param kept how many are kept, this one included
 */
public record AuditFile(Path path, long maxBytes, int kept) {

    private static final long MAX_BYTES = 10L * 1024 * 1024;
    private static final int KEPT = 10;

    /**
     * Finds the file.
     *
     * @param data the data directory
     * @return the file, which need not exist
     */
    public static AuditFile in(DataDirectory data) {
        return new AuditFile(data.logs().resolve("audit.ndjson"), MAX_BYTES, KEPT);
    }

    /**
     * Adds a line.
     *
     * @param entry what happened
     * @throws IOException when it cannot be written
     */
    public void append(Fields entry) throws IOException {
        ByteBuffer json = new PayloadWriter().write(entry);
        ByteBuffer line = ByteBuffer.allocate(json.remaining() + 1)
                .put(json)
                .put((byte) '\n')
                .flip();
        PrivateFile.append(path, line);
    }

    /**
     * Puts the file away when it is full. By one process, which calls it before it appends.
     *
     * @throws IOException when that fails; the lines are where they were
     */
    public void rotateIfFull() throws IOException {
        if (!Files.exists(path) || Files.size(path) < maxBytes) {
            return;
        }
        for (int number = kept - 1; number > 1; number--) {
            Path older = older(number - 1);
            if (Files.exists(older)) {
                Files.move(older, older(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(path, older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path older(int number) {
        return path.resolveSibling("audit." + number + ".ndjson");
    }
}
