package io.hostpulse.common.model;

import java.util.regex.Pattern;

/**
 * Names a stream of snapshots, for example {@code processor} or {@code orders_api}. It is also the name of the queue's
 * directory and the key of the data in a message, so it is limited to what is safe in a path, in JSON and in a metric name:
 * a lower-case letter followed by up to 62 lower-case letters, digits, {@code _} or {@code -}.
 *
 * @param value the name
 */
public record StreamName(String value) implements Comparable<StreamName> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    /**
     * Validates the name.
     *
     * @throws IllegalArgumentException when the name does not have the form above
     */
    public StreamName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a stream name: it must be 1 to 63 lower-case letters,"
                            + " digits, '_' or '-', and begin with a letter");
        }
    }

    /**
     * Tells whether a text could be a stream's name.
     *
     * @param text any text
     * @return whether {@code new StreamName(text)} would succeed
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(StreamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
