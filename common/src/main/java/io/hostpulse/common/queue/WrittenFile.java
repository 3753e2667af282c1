package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The file that a writer has open. Once somebody removes it, the kernel keeps what is written there from everybody else, and no
 * write fails. Used by the writer's thread.
 */
final class WrittenFile {

    private final RollFiles files;
    private final IntSupplier currentCycle;
    private int cycle = -1;
    private Path path;
    private Optional<Object> identity = Optional.empty();

    WrittenFile(RollFiles files, IntSupplier currentCycle) {
        this.files = files;
        this.currentCycle = currentCycle;
    }

    /** Notes which file it is; to be called after each append. */
    void note() throws IOException {
        int current = currentCycle.getAsInt();
        if (current != cycle) {
            cycle = current;
            path = files.pathOf(files.directory(), current);
            identity = FileIdentity.of(path);
        }
    }

    /** Tells whether readers still find the file under its name. */
    boolean isInPlace() throws IOException {
        return path == null || (Files.exists(path) && FileIdentity.of(path).equals(identity));
    }

    @Override
    public String toString() {
        return String.valueOf(path);
    }
}
