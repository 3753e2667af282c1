package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to a value inside an object: {@code mounts[0].percentage}. Pure.
 *
 * @param steps names as texts, places in lists as whole numbers
 */
record FieldPath(List<JsonValue> steps) {

    static FieldPath parse(String text) {
        List<JsonValue> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            steps.add(new JsonValue.Text(bracket < 0 ? part : part.substring(0, bracket)));
            while (bracket >= 0) {
                int end = part.indexOf(']', bracket);
                steps.add(new JsonValue.Whole(index(text, part, bracket + 1, end)));
                bracket = part.indexOf('[', end);
            }
        }
        return new FieldPath(steps);
    }

    private static long index(String text, String part, int from, int to) {
        try {
            return Long.parseLong(part.substring(from, to));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("'" + text + "' is no field: write name.name or name[0].name", e);
        }
    }

    /** Goes as far as a null, which stands for everything that would be in it. */
    Optional<Found> in(JsonObject root) {
        JsonValue here = root;
        StringBuilder way = new StringBuilder();
        for (JsonValue step : steps) {
            if (here instanceof JsonValue.Null) {
                break;
            }
            Optional<JsonValue> next = take(step, here);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get();
            way.append(text(step, way.isEmpty()));
        }
        return Optional.of(new Found(here, way.toString()));
    }

    private static Optional<JsonValue> take(JsonValue step, JsonValue here) {
        if (step instanceof JsonValue.Text name && here instanceof JsonObject object) {
            return object.get(name.value());
        }
        if (step instanceof JsonValue.Whole place && here instanceof JsonValue.Array list) {
            boolean isIn = place.value() >= 0 && place.value() < list.values().size();
            return isIn ? Optional.of(list.values().get((int) place.value())) : Optional.empty();
        }
        return Optional.empty();
    }

    private static String text(JsonValue step, boolean isFirst) {
        if (step instanceof JsonValue.Text name) {
            return isFirst ? name.value() : "." + name.value();
        }
        return "[" + ((JsonValue.Whole) step).value() + "]";
    }

    /** What is there, and how far the way went. */
    record Found(JsonValue value, String way) {}
}
