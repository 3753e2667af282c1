package io.hostpulse.client.message;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a value inside an object: {@code mounts[0].percentage}. Pure.
 *
 * @param steps names as texts, places in lists as whole numbers
 */
record FieldPath(List<JsonValue> steps) {

    private static final Pattern PART = Pattern.compile("([^\\[\\]]*)((?:\\[\\d{1,9}])*)");
    private static final Pattern PLACE = Pattern.compile("\\d+");

    static FieldPath parse(String text) {
        List<JsonValue> steps = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Matcher found = PART.matcher(part);
            if (!found.matches()) {
                throw new IllegalArgumentException("'" + text + "' is no field: write name.name or name[0].name");
            }
            steps.add(new JsonValue.Text(found.group(1)));
            PLACE.matcher(found.group(2))
                    .results()
                    .forEach(place -> steps.add(new JsonValue.Whole(Long.parseLong(place.group()))));
        }
        return new FieldPath(steps);
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
