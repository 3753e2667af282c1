package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Understands what a broker says, one whole message at a time. Pure. */
public final class MessageReader {

    private static final double NANOS_PER_SECOND = 1e9;

    private MessageReader() {}

    /**
     * Reads a message.
     *
     * @param message any message but one with differences only
     * @return what it says
     * @throws MessageFormatException when it is not what the protocol promises
     */
    public static Message read(JsonObject message) {
        String type = text(message, "type");
        return switch (type) {
            case "connection" -> welcome(message);
            case "subscribed" -> subscribed(message);
            case "monitoring_data" -> snapshot(message);
            case "alert" -> alert(message);
            case "gap" -> gap(message);
            case "goodbye" ->
                new Goodbye(text(message, "message"), Duration.ofMillis(whole(message, "reconnect_in_ms")));
            case "error" -> new ServerError(text(message, "code"), text(message, "message"), message.whole("id"));
            default -> new Message.Other(type);
        };
    }

    private static Welcome welcome(JsonObject message) {
        return new Welcome(
                text(message, "host"),
                text(message, "server_version"),
                text(message, "protocol"),
                message.texts("streams"),
                interval(message),
                message.texts("capabilities"));
    }

    private static Subscribed subscribed(JsonObject message) {
        return new Subscribed(
                message.texts("streams"),
                interval(message),
                message.isTrue("delta"),
                message.isTrue("alerts"),
                message.get("recovered").map(recovered -> message.isTrue("recovered")),
                message.texts("reasons"),
                message.texts("ignored"));
    }

    private static Snapshot snapshot(JsonObject message) {
        return new Snapshot(
                time(message),
                whole(message, "tick"),
                message.text("cursor"),
                message.isTrue("replayed"),
                message.whole("skipped").orElse(0L),
                each(message.object("streams"), MessageReader::stream),
                Set.of(),
                Optional.empty(),
                each(message.object("no_data"), state -> Optional.of(noData(state))),
                alerts(message.array("alerts")),
                message.object("data"));
    }

    private static <T> Map<String, T> each(JsonObject object, Function<JsonObject, Optional<T>> form) {
        Map<String, T> all = new HashMap<>();
        object.members().forEach((name, value) -> {
            if (value instanceof JsonObject found) {
                form.apply(found).ifPresent(read -> all.put(name, read));
            }
        });
        return all;
    }

    // A stream that has no record yet has no number.
    private static Optional<StreamState> stream(JsonObject state) {
        return state.whole("sequence")
                .map(sequence -> new StreamState(
                        sequence, time(state), state.get("stale").map(stale -> state.isTrue("stale"))));
    }

    private static NoData noData(JsonObject state) {
        return new NoData(
                state.text("state").orElse("unavailable"), state.text("reason").orElse("no reason was given"));
    }

    private static List<Alert> alerts(List<JsonValue> alerts) {
        return alerts.stream()
                .filter(JsonObject.class::isInstance)
                .map(alert -> Alert.of(Fields.of((JsonObject) alert)))
                .toList();
    }

    private static AlertChange alert(JsonObject message) {
        return new AlertChange(
                text(message, "event"),
                message.text("reason").orElse(""),
                whole(message, "sequence"),
                time(message),
                Alert.of(Fields.of(message.object("alert"))));
    }

    private static Gap gap(JsonObject message) {
        return new Gap(
                text(message, "stream"),
                whole(message, "first"),
                whole(message, "last"),
                whole(message, "count"),
                text(message, "reason"),
                time(message),
                message.isTrue("replayed"));
    }

    private static Duration interval(JsonObject message) {
        return Duration.ofNanos(Math.round(need(message.number("interval"), message, "interval") * NANOS_PER_SECOND));
    }

    private static Instant time(JsonObject message) {
        try {
            return Instant.parse(text(message, "timestamp"));
        } catch (DateTimeException e) {
            throw new MessageFormatException("the 'timestamp' is no time: " + e.getMessage());
        }
    }

    private static String text(JsonObject message, String name) {
        return need(message.text(name), message, name);
    }

    private static long whole(JsonObject message, String name) {
        return need(message.whole(name), message, name);
    }

    private static <T> T need(Optional<T> value, JsonObject message, String name) {
        return value.orElseThrow(() -> new MessageFormatException(
                "a message of type " + message.text("type").orElse("unknown") + " has no '" + name + "'"));
    }
}
