package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Reads processes: cheaply all, thoroughly one. Used by one thread. */
interface Processes extends AutoCloseable {

    /**
     * Looks at all. Those that end meanwhile are left out.
     *
     * @throws IOException when they cannot be listed at all
     */
    Census census() throws IOException;

    /**
     * Asks only for the account with whose rights one acts.
     *
     * @throws NoSuchFileException when it has ended since
     */
    Value user(ProcessStat process) throws NoSuchFileException;

    /** Looks closer at one; nothing when it has ended since, even if another has its number now. */
    Optional<Details> details(ProcessStat process);

    @Override
    default void close() {}
}
