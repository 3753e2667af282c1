package io.hostpulse.tests.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A command that gives what it starts other namespaces.
 *
 * @param words the command
 */
record Namespace(List<String> words) {

    /** Whoever is started first in it has pid 1, as in a container. */
    static final Namespace OF_PIDS = new Namespace(List.of("unshare", "-rpf", "--mount-proc", "--kill-child"));

    /** Mounts in it are seen only in it, and are gone with its last process. */
    static final Namespace OF_MOUNTS = new Namespace(List.of("unshare", "-rm"));

    /** Why this machine does not allow it, if so. */
    Optional<String> obstacle() {
        return obstacle("true");
    }

    /** Why this machine does not allow a command in it, if so. */
    Optional<String> obstacle(String... command) {
        List<String> attempt = new ArrayList<>(words);
        attempt.addAll(Arrays.asList(command));
        String failure = Commands.attempt(attempt.toArray(String[]::new));
        return failure.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", attempt) + ": " + failure);
    }
}
