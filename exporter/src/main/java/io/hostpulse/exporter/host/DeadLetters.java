package io.hostpulse.exporter.host;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.JsonForm;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The records that a sink refused for good, one JSON object a line: {@code reason}, and the {@code record} as it would have been
 * exported. When the file is full it becomes {@code .1}, and what was there before is dropped.
 *
 * @param file where they are
 */
record DeadLetters(Path file) {

    /** With the file before it, twice as much. */
    private static final long FULL = 16 << 20;

    /** Appends, and forces it to the disk. */
    void add(ExportRecord record, String reason) throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) > FULL) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String quoted = new PayloadWriter().text(new Value.Text(reason));
        String line = "{\"reason\":" + quoted + ",\"record\":" + JsonForm.line(record) + "}\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }
}
