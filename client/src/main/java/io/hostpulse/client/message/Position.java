package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonFormatException;
import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonReader;
import io.hostpulse.client.json.JsonValue;
import io.hostpulse.client.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far a client has come: kept in a file beside what was made of the snapshots, it lets another process go on without missing a
 * record and without having one twice. The broker's cursor alone would do for the first; a live message repeats the newest record of
 * slow streams, so for the second the client must remember which it has seen.
 *
 * @param cursor the broker's word for it
 * @param seen the last record of each stream
 */
public record Position(String cursor, Map<String, Place> seen) {

    /**
     * A record of a stream. Its time tells it from one with the same number in a stream that was removed and began anew.
     *
     * @param sequence its number
     * @param timestamp when it was sampled
     */
    public record Place(long sequence, Instant timestamp) {}

    /** Copies the map. */
    public Position {
        Objects.requireNonNull(cursor);
        seen = Map.copyOf(seen);
    }

    /**
     * Writes it.
     *
     * @return one line of text
     */
    public String text() {
        Map<String, JsonValue> places = new LinkedHashMap<>();
        new TreeMap<>(seen)
                .forEach((stream, place) -> places.put(
                        stream,
                        new JsonObject(Map.of(
                                "sequence",
                                new JsonValue.Whole(place.sequence()),
                                "timestamp",
                                new JsonValue.Text(place.timestamp().toString())))));
        return new JsonWriter()
                .text(new JsonObject(Map.of("cursor", new JsonValue.Text(cursor), "seen", new JsonObject(places))));
    }

    /**
     * Reads it.
     *
     * @param text what {@link #text} wrote
     * @return the position
     * @throws IllegalArgumentException when it is something else
     */
    public static Position parse(String text) {
        try {
            JsonObject json = new JsonReader().read(text);
            Map<String, Place> seen = new LinkedHashMap<>();
            json.object("seen").members().keySet().forEach(stream -> seen.put(stream, place(json, stream)));
            return new Position(json.text("cursor").orElseThrow(), seen);
        } catch (JsonFormatException | DateTimeException | NoSuchElementException e) {
            throw new IllegalArgumentException("this is no position of a Hostpulse client: '" + text + "'", e);
        }
    }

    private static Place place(JsonObject json, String stream) {
        JsonObject place = json.object("seen").object(stream);
        return new Place(
                place.whole("sequence").orElseThrow(),
                Instant.parse(place.text("timestamp").orElseThrow()));
    }
}
