package io.hostpulse.broker.subscription;

import io.hostpulse.common.model.StreamName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far somebody has come in several streams.
 *
 * @param places the place in each stream
 */
public record Cursor(SortedMap<StreamName, Place> places) {

    /** No cursor of a real machine is longer; a stream takes up to a hundred characters. */
    private static final int MAX_LENGTH = 32 * 1024;

    private static final int RADIX = Character.MAX_RADIX;

    /** Copies the places. */
    public Cursor {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /**
     * Finds the place in a stream.
     *
     * @param stream the stream
     * @return the place; empty when this cursor knows nothing of the stream
     */
    public Optional<Place> of(StreamName stream) {
        return Optional.ofNullable(places.get(stream));
    }

    /**
     * Finds the newest record that was seen of any stream.
     *
     * @return its time in epoch nanoseconds; 0 without any stream
     */
    public long newest() {
        return places.values().stream().mapToLong(Place::time).max().orElse(0);
    }

    /**
     * Writes the cursor as it stands in messages.
     *
     * @return for each stream its name, the number and the time of its record, such as {@code memory:5321.b3k1z9qf0o3k}
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        places.forEach((stream, place) -> text.append(text.isEmpty() ? "" : ",")
                .append(stream)
                .append(':')
                .append(place.sequence())
                .append('.')
                .append(Long.toString(place.time(), RADIX)));
        return text.toString();
    }

    /**
     * Reads a cursor.
     *
     * @param text what {@link #text} wrote
     * @return the cursor; empty when the text is none
     */
    public static Optional<Cursor> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        SortedMap<StreamName, Place> places = new TreeMap<>();
        try {
            for (String one : text.split(",", -1)) {
                int colon = one.indexOf(':');
                int dot = one.indexOf('.', colon + 1);
                if (colon < 0 || dot < 0) {
                    return Optional.empty();
                }
                long sequence = Long.parseLong(one.substring(colon + 1, dot));
                long time = Long.parseLong(one.substring(dot + 1), RADIX);
                Place place = new Place(sequence, time);
                if (sequence < 0 || places.put(new StreamName(one.substring(0, colon)), place) != null) {
                    return Optional.empty();
                }
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a number or a name that is none
        }
        return Optional.of(new Cursor(places));
    }
}
