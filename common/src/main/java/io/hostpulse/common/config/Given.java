package io.hostpulse.common.config;

import java.nio.file.Path;

/**
 * One value to be understood.
 *
 * @param text what it is
 * @param shown what was written, which differs when a variable was put in; the only form that may appear in a message
 * @param base what a relative path is relative to
 */
record Given(String text, String shown, Path base) {

    BadValueException bad(String message) {
        return new BadValueException(Quoted.of(shown) + " " + message);
    }
}
