package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.Rfc3339;
import java.util.Comparator;

/**
 * Where an alert stands in a list: the newest first. It does not change while the alert does, so pages fit together.
 *
 * @param since when it began, epoch nanoseconds
 * @param id its id; the empty one stands before all others that began with it
 */
public record AlertPlace(long since, String id) implements Comparable<AlertPlace> {

    private static final Comparator<AlertPlace> ORDER =
            Comparator.comparingLong(AlertPlace::since).reversed().thenComparing(AlertPlace::id);

    static AlertPlace of(Alert alert) {
        return new AlertPlace(alert.since(), alert.id());
    }

    /**
     * Reads a place.
     *
     * @param text a time, or what {@link #toString} wrote
     * @return the place
     * @throws java.time.DateTimeException when it is none
     */
    public static AlertPlace parse(String text) {
        String[] parts = text.split("~", 2);
        return new AlertPlace(Rfc3339.parse(parts[0]), parts.length == 2 ? parts[1] : "");
    }

    @Override
    public int compareTo(AlertPlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Rfc3339.format(since) + "~" + id;
    }
}
