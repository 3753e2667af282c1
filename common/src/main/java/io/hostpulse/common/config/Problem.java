package io.hostpulse.common.config;

import io.hostpulse.common.text.Printable;

/**
 * One thing that is wrong with the configuration. Values in it are the user's own text, except those of secrets and of
 * interpolated variables, which never appear.
 *
 * @param origin where it was written
 * @param path the key, for example {@code broker.port}; empty when the problem is not about one key
 * @param message what is wrong and what to do, in one line
 */
public record Problem(Origin origin, String path, String message) {

    /** Writes control characters as escapes, so that a hostile file can neither forge lines nor move the cursor. */
    public Problem {
        path = Printable.of(path);
        message = Printable.of(message);
    }

    /**
     * Renders the line that people see.
     *
     * @return for example {@code config.yaml:12: broker.prot: unknown key; did you mean 'port'?}
     */
    @Override
    public String toString() {
        String place = origin.at(path);
        return place.isEmpty() ? message : place + ": " + message;
    }
}
