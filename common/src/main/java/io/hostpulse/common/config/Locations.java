package io.hostpulse.common.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Values that name a file or a directory. */
final class Locations {

    private Locations() {}

    static Path parse(Given given) {
        if (given.text().isBlank()) {
            throw given.bad("names no file or directory");
        }
        if (given.text().equals("~") || given.text().startsWith("~/")) {
            throw given.bad("begins with '~', which only a shell understands: write the whole path or ${HOME}/…");
        }
        try {
            return given.base().resolve(given.text()).normalize();
        } catch (InvalidPathException invalid) {
            throw given.bad("is not a path: " + invalid.getReason());
        }
    }
}
