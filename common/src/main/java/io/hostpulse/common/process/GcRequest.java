package io.hostpulse.common.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a process to collect its garbage. The request lies in the run folder, which only the owner of the data directory can
 * enter, until the process has seen it; closing takes away what is left of it. Used by one thread.
 */
public final class GcRequest implements AutoCloseable {

    /** Nobody waits longer for a report, so an older request was left by someone who was killed. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final GcFiles files;
    private final String word;

    private GcRequest(GcFiles files, String word) {
        this.files = files;
        this.word = word;
    }

    /**
     * Places a request.
     *
     * @param data the data directory on which the process runs
     * @param processName the process
     * @param now the present time in epoch nanoseconds
     * @return the request, to be closed
     * @throws FileAlreadyExistsException when somebody else is asking the same process
     * @throws IOException when the request cannot be written
     */
    public static GcRequest place(DataDirectory data, String processName, long now) throws IOException {
        GcFiles files = GcFiles.of(data, processName);
        String word = now + "-" + ProcessHandle.current().pid();
        dropStale(files.request(), now);
        Files.writeString(files.request(), word, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new GcRequest(files, word);
    }

    private static void dropStale(Path request, long now) throws IOException {
        try {
            long age = now / 1_000_000 - Files.getLastModifiedTime(request).toMillis();
            if (Math.abs(age) > STALE.toMillis()) {
                Files.deleteIfExists(request);
            }
        } catch (NoSuchFileException nobodyAsks) {
            return;
        }
    }

    /**
     * Looks for the report.
     *
     * @return the report on this request, if it is there
     * @throws IOException when it is there and cannot be read
     */
    public Optional<GcReport> report() throws IOException {
        try {
            return GcReport.decode(Files.readAllBytes(files.report()), word);
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        }
    }

    /** Takes back what the process has not seen, and the report on this request. */
    @Override
    public void close() throws IOException {
        if (holds(files.request(), word)) {
            Files.deleteIfExists(files.request());
        }
        if (report().isPresent()) {
            Files.deleteIfExists(files.report());
        }
    }

    private static boolean holds(Path file, String word) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).equals(word);
        } catch (NoSuchFileException taken) {
            return false;
        }
    }
}
