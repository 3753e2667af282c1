package io.hostpulse.common.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A password or token. It prints as {@code ***} wherever it ends up, in a log, a record's text or an error; only {@link
 * #reveal} gives it away. Immutable.
 */
public final class Secret {

    private final String text;

    /**
     * Wraps a text.
     *
     * @param text what must not be shown
     */
    public Secret(String text) {
        this.text = Objects.requireNonNull(text);
    }

    /**
     * Gives the text, for the one place that hands it to the other side.
     *
     * @return what was wrapped; do not log it, keep it or put it into a message
     */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on how much of the two texts agrees. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    /** Is the same for all: a hash of the text would be a hint to it. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
