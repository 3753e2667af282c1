package io.hostpulse.common.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Looks, and gives orders. */
    OPERATOR;

    /**
     * Tells what it is called in files and on the command line.
     *
     * @return the name in lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a role.
     *
     * @param label what it is called
     * @return the role, if there is one
     */
    public static Optional<Role> labelled(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
