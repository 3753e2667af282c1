package io.hostpulse.client;

import io.hostpulse.client.json.JsonObject;
import io.hostpulse.client.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes whole messages out of differences, as docs/PROTOCOL.md says. One for each connection. */
final class DeltaState {

    private Optional<JsonObject> state = Optional.empty();

    /**
     * Takes the next message.
     *
     * @return the whole message; empty when it is a difference to something that never came
     */
    Optional<JsonObject> take(JsonObject message) {
        if (message.isTrue("replayed")) {
            return Optional.of(message); // tells of the past, and is no part of the state
        }
        if (!message.isTrue("delta")) {
            state = Optional.of(without(message, "skipped"));
            return Optional.of(message);
        }
        state = state.map(known -> folded(known, message));
        return state;
    }

    private static JsonObject folded(JsonObject known, JsonObject message) {
        JsonObject folded = known;
        for (JsonValue way : message.array("removed")) {
            if (way instanceof JsonValue.Array steps) {
                folded = removed(folded, steps.values());
            }
        }
        return merged(folded, without(without(message, "delta"), "removed"));
    }

    private static JsonObject without(JsonObject object, String name) {
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.remove(name);
        return new JsonObject(members);
    }

    private static JsonObject removed(JsonObject object, List<JsonValue> way) {
        if (way.isEmpty() || !(way.get(0) instanceof JsonValue.Text name)) {
            return object;
        }
        if (way.size() == 1) {
            return without(object, name.value());
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.computeIfPresent(
                name.value(),
                (key, inner) ->
                        inner instanceof JsonObject deeper ? removed(deeper, way.subList(1, way.size())) : inner);
        return new JsonObject(members);
    }

    private static JsonObject merged(JsonObject known, JsonObject changed) {
        Map<String, JsonValue> members = new LinkedHashMap<>(known.members());
        changed.members().forEach((name, value) -> members.merge(name, value, DeltaState::merged));
        return new JsonObject(members);
    }

    private static JsonValue merged(JsonValue known, JsonValue changed) {
        boolean both = known instanceof JsonObject && changed instanceof JsonObject;
        return both ? merged((JsonObject) known, (JsonObject) changed) : changed;
    }
}
