package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;

/**
 * What a writer tells its readers about a stream, in {@code stream.properties} beside the queue's files. Written when the
 * queue is ready to be read, so its presence marks a stream.
 *
 * @param name the stream, which is also its directory's name
 * @param interval the time between two records; zero when records come irregularly
 * @param writer the process that writes it
 */
public record StreamDescriptor(StreamName name, Duration interval, String writer) {

    /** Its name in the queue's directory. */
    public static final String FILE_NAME = "stream.properties";

    void writeTo(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("name", name.value());
        properties.setProperty("interval_ms", Long.toString(interval.toMillis()));
        properties.setProperty("writer", writer);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path temporary = directory.resolve(FILE_NAME + ".tmp");
        Files.writeString(temporary, text.toString(), StandardCharsets.UTF_8);
        Files.move(
                temporary,
                directory.resolve(FILE_NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads the description of the queue in a directory.
     *
     * @param directory the queue's directory
     * @return what its writer said
     * @throws IOException when there is none or it cannot be understood
     */
    public static StreamDescriptor readFrom(Path directory) throws IOException {
        Properties properties = new Properties();
        Path file = directory.resolve(FILE_NAME);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return new StreamDescriptor(
                    new StreamName(properties.getProperty("name", "")),
                    Duration.ofMillis(Long.parseLong(properties.getProperty("interval_ms", ""))),
                    properties.getProperty("writer", "unknown"));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no stream description: " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether a directory holds a queue that can be read.
     *
     * @param directory any directory
     * @return whether a writer has described it
     */
    public static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE_NAME));
    }
}
