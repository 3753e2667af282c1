package io.hostpulse.common.config;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while reading goes on. The same problem met twice counts once. */
final class Problems {

    // Lines of the file in their order; everything else behind them, in the order in which it was found.
    private static final Comparator<Problem> BY_LINE = Comparator.comparingInt(Problems::line);

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(Origin origin, KeyPath path, String message) {
        found.add(new Problem(origin, path.toString(), message));
    }

    // For what makes further reading pointless.
    ConfigException fatal(Origin origin, String message) {
        add(origin, KeyPath.ROOT, message);
        return new ConfigException(sorted());
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigException(sorted());
        }
    }

    private List<Problem> sorted() {
        return found.stream().sorted(BY_LINE).toList();
    }

    private static int line(Problem problem) {
        return problem.origin() instanceof Origin.InFile inFile ? inFile.line() : Integer.MAX_VALUE;
    }
}
