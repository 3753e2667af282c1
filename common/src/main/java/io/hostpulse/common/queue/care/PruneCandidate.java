package io.hostpulse.common.queue.care;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One file, and whether it may be removed.
 *
 * @param path the file
 * @param report what it holds
 * @param waiting the consumers that have not read all of it
 * @param obstacle why it must stay, besides them; empty when nothing else speaks for it
 */
public record PruneCandidate(Path path, FileReport report, List<String> waiting, Optional<String> obstacle) {

    /** Keeps a copy. */
    public PruneCandidate {
        waiting = List.copyOf(waiting);
    }

    /**
     * Tells whether nobody needs it any more.
     *
     * @return whether it may be removed
     */
    public boolean mayGo() {
        return waiting.isEmpty() && obstacle.isEmpty();
    }

    PruneCandidate because(String why) {
        return new PruneCandidate(path, report, waiting, Optional.of(why));
    }
}
