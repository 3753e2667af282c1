package io.hostpulse.common.status;

import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the supervisor wrote last about itself and its processes.
 *
 * @param pid its process id; 0 when it has ended in order, or never ran
 * @param startSeconds when it started, epoch seconds
 * @param processes its processes in start order
 */
public record SupervisorState(long pid, long startSeconds, List<Supervised> processes) {

    /** Nothing is known of any supervisor. */
    public static final SupervisorState NONE = new SupervisorState(0, 0, List.of());

    private static final String OWN_LINE = "supervisor";
    private static final int OWN_FIELDS = 4;
    private static final int FIELDS = 7;

    /** Copies the list. */
    public SupervisorState {
        processes = List.copyOf(processes);
    }

    /**
     * Reads the supervisor's state file, which is replaced as a whole and so never half.
     *
     * @param data the data directory
     * @return its content; {@link #NONE} when no supervisor has run here
     * @throws IOException when the file is there and cannot be read or understood
     */
    public static SupervisorState of(DataDirectory data) throws IOException {
        return readFrom(data.run().resolve("supervisor.state"));
    }

    static SupervisorState readFrom(Path file) throws IOException {
        try {
            return parse(Files.readAllLines(file));
        } catch (NoSuchFileException neverStarted) {
            return NONE;
        } catch (NumberFormatException e) {
            throw new IOException(file + " is no state file of the supervisor: " + e.getMessage(), e);
        }
    }

    // A newer supervisor may write more lines and fields; what is not understood is passed over.
    static SupervisorState parse(List<String> lines) {
        List<String[]> rows = lines.stream().map(line -> line.split("\t", -1)).toList();
        List<Supervised> processes = rows.stream()
                .filter(row -> row.length >= FIELDS && !row[0].equals(OWN_LINE))
                .map(Supervised::of)
                .toList();
        return rows.stream()
                .filter(row -> row.length >= OWN_FIELDS && row[0].equals(OWN_LINE))
                .findFirst()
                .map(own -> new SupervisorState(Long.parseLong(own[1]), Long.parseLong(own[2]), processes))
                .orElse(new SupervisorState(0, 0, processes));
    }

    /**
     * One process as its supervisor sees it.
     *
     * @param name its name
     * @param state what it does with the process
     * @param pid 0 when it does not live
     * @param restarts how often it was started again
     * @param lastExit how it ended last; "-" when it never did
     * @param nextStartSeconds when it is started again, epoch seconds; 0 when that is not planned
     */
    public record Supervised(
            String name, LifeState state, long pid, long restarts, String lastExit, long nextStartSeconds) {

        private static Supervised of(String[] row) {
            return new Supervised(
                    row[0],
                    LifeState.of(row[1]),
                    Long.parseLong(row[2]),
                    Long.parseLong(row[3]),
                    row[5],
                    Long.parseLong(row[6]));
        }
    }
}
