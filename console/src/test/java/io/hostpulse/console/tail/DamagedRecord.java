package io.hostpulse.console.tail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Changes a byte in a queue's file, as a failing disk does. */
record DamagedRecord(Path directory) {

    void flipLastByteOf(String payload) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.cq4")) {
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(payload);
                bytes[at + payload.length() - 1] ^= 1;
                Files.write(file, bytes);
            }
        }
    }
}
