package io.hostpulse.client;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import io.hostpulse.client.message.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client wants to be sent. Immutable: each method gives another one.
 *
 * @param streams names or globs; none, and no fields, is what everyone gets
 * @param fields single fields behind their stream's name, such as {@code disk.mounts[*].percentage}
 * @param interval the time between two messages; empty for the broker's own
 * @param isDelta whether only changes are sent over the line; the listener gets whole snapshots all the same
 * @param alerts whether each change of an alert is told at once
 * @param since where to begin: a cursor, a time, or a length of time ago such as {@code 10m}; empty for now
 * @param position where another client had come; empty without one
 * @param isResuming whether to ask for what was missed after a connection was lost
 */
public record Subscription(
        List<String> streams,
        List<String> fields,
        Optional<Duration> interval,
        boolean isDelta,
        boolean alerts,
        Optional<String> since,
        Optional<Position> position,
        boolean isResuming) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Copies the lists. */
    public Subscription {
        streams = List.copyOf(streams);
        fields = List.copyOf(fields);
    }

    /**
     * What everyone gets without asking: all streams but the largest, live, and after a lost connection what was missed.
     *
     * @return a subscription to begin with
     */
    public static Subscription usual() {
        return new Subscription(
                List.of(), List.of(), Optional.empty(), false, false, Optional.empty(), Optional.empty(), true);
    }

    /**
     * Asks for streams.
     *
     * @param names names or globs; {@code *} is every stream
     * @return the subscription
     */
    public Subscription streams(String... names) {
        return new Subscription(List.of(names), fields, interval, isDelta, alerts, since, position, isResuming);
    }

    /**
     * Asks for single fields.
     *
     * @param paths each a stream and what is in it
     * @return the subscription
     */
    public Subscription fields(String... paths) {
        return new Subscription(streams, List.of(paths), interval, isDelta, alerts, since, position, isResuming);
    }

    /**
     * Asks for fewer messages, each with the newest of every stream. The records between them do not come.
     *
     * @param time up to an hour; the broker rounds it up to a multiple of its own
     * @return the subscription
     */
    public Subscription every(Duration time) {
        return new Subscription(streams, fields, Optional.of(time), isDelta, alerts, since, position, isResuming);
    }

    /**
     * Asks for differences, which are put together again here: less on the line, a little more work.
     *
     * @return the subscription
     */
    public Subscription delta() {
        return new Subscription(streams, fields, interval, true, alerts, since, position, isResuming);
    }

    /**
     * Asks for every change of an alert.
     *
     * @return the subscription
     */
    public Subscription withAlerts() {
        return new Subscription(streams, fields, interval, isDelta, true, since, position, isResuming);
    }

    /**
     * Asks for what came before, and for every record from then on: nothing is skipped.
     *
     * @param place a cursor, a time in RFC 3339, or a length of time before the connection, such as {@code 10m}; {@code 0ms} for now
     * @return the subscription
     */
    public Subscription since(String place) {
        return new Subscription(
                streams, fields, interval, isDelta, alerts, Optional.of(place), Optional.empty(), isResuming);
    }

    /**
     * Asks for what came since a moment, and for every record from then on.
     *
     * @param moment where to begin
     * @return the subscription
     */
    public Subscription since(Instant moment) {
        return since(moment.toString());
    }

    /**
     * Goes on where another client, perhaps in another process, had come.
     *
     * @param place what {@link io.hostpulse.client.message.Snapshot#position} said
     * @return the subscription
     */
    public Subscription from(Position place) {
        return new Subscription(
                streams,
                fields,
                interval,
                isDelta,
                alerts,
                Optional.of(place.cursor()),
                Optional.of(place),
                isResuming);
    }

    /**
     * Does without what was missed while there was no connection.
     *
     * @return the subscription
     */
    public Subscription liveOnly() {
        return new Subscription(streams, fields, interval, isDelta, alerts, since, position, false);
    }

    JsonObject message(Optional<String> place, long id) {
        Map<String, JsonValue> message = new LinkedHashMap<>();
        message.put("type", new JsonValue.Text("subscribe"));
        message.put("id", new JsonValue.Whole(id));
        texts(streams).ifPresent(names -> message.put("streams", names));
        texts(fields).ifPresent(paths -> message.put("fields", paths));
        interval.ifPresent(time -> message.put("interval", new JsonValue.Real(time.toNanos() / NANOS_PER_SECOND)));
        message.put("delta", new JsonValue.Flag(isDelta));
        message.put("alerts", new JsonValue.Flag(alerts));
        place.ifPresent(text -> message.put("since", new JsonValue.Text(text)));
        return new JsonObject(message);
    }

    private static Optional<JsonValue> texts(List<String> texts) {
        List<JsonValue> values = new ArrayList<>();
        texts.forEach(text -> values.add(new JsonValue.Text(text)));
        return values.isEmpty() ? Optional.empty() : Optional.of(new JsonValue.Array(values));
    }
}
