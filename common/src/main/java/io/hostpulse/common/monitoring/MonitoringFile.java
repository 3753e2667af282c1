package io.hostpulse.common.monitoring;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file {@code monitoring.json} of the data directory. It is always whole: a new one takes the place of the old one. Written by the
 * alerter alone; anyone may read. Without it everything is measured.
 *
 * @param path where it is
 */
public record MonitoringFile(Path path) {

    /** A thousand streams stopped one by one, each with the longest comment, are less. */
    private static final long MOST_BYTES = 8L << 20;

    /**
     * Finds the file.
     *
     * @param data the data directory
     * @return the file, which need not exist
     */
    public static MonitoringFile in(DataDirectory data) {
        return new MonitoringFile(data.root().resolve("monitoring.json"));
    }

    /**
     * Reads what is stopped.
     *
     * @return what the file says
     * @throws IOException when it cannot be read, or says something else; the message says what to do
     */
    public Monitoring read() throws IOException {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new RecordFormatException("it is too long");
            }
            return MonitoringFields.parse(new PayloadReader().read(Files.readAllBytes(path)));
        } catch (NoSuchFileException e) {
            return Monitoring.ON;
        } catch (IOException | RecordFormatException e) {
            throw new IOException(
                    path + " cannot be read: " + e.getMessage() + "; without that file, everything is measured", e);
        }
    }

    /**
     * Writes what is stopped, for the owner's eyes only.
     *
     * @param monitoring what is stopped
     * @throws IOException when it cannot be written; what was there before is still there
     */
    public void write(Monitoring monitoring) throws IOException {
        PrivateFile.replace(path, new PayloadWriter().write(MonitoringFields.of(monitoring)));
    }
}
