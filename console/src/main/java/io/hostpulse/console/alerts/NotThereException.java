package io.hostpulse.console.alerts;

import io.hostpulse.common.text.Nearest;
import java.util.Collection;
import java.util.stream.Collectors;

/** Nothing, or more than one thing, is what somebody named. The message says what there is. */
public final class NotThereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_NAMED = 20;

    NotThereException(String message) {
        super(message);
    }

    /**
     * Names what there is instead.
     *
     * @param kind what was looked for, for example {@code rule}
     * @param name what was named
     * @param there what there is
     * @return the exception
     */
    public static NotThereException of(String kind, String name, Collection<String> there) {
        String some = there.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = there.size() > MOST_NAMED ? " and " + (there.size() - MOST_NAMED) + " more" : "";
        return new NotThereException("there is no " + kind + " '" + name + "'"
                + (there.isEmpty() ? "" : Nearest.hint(name, there) + "; there are " + some + more));
    }

    /**
     * Asks back.
     *
     * @param name what was named
     * @param found what begins like it
     * @return the exception
     */
    public static NotThereException ambiguous(String name, Collection<String> found) {
        return new NotThereException("'" + name + "' may be any of " + String.join(", ", found) + ": write more of it");
    }
}
