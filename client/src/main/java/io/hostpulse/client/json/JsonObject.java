package io.hostpulse.client.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object. Immutable; its members keep their order.
 *
 * @param members values by name
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the map. */
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /**
     * Looks a member up.
     *
     * @param name its name
     * @return its value, also a null; empty when there is no such member
     */
    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /**
     * Looks for an object.
     *
     * @param name the member
     * @return the object; an empty one when there is none
     */
    public JsonObject object(String name) {
        return members.get(name) instanceof JsonObject found ? found : EMPTY;
    }

    /**
     * Looks for a list.
     *
     * @param name the member
     * @return its elements; none when there is no list
     */
    public List<JsonValue> array(String name) {
        return members.get(name) instanceof Array found ? found.values() : List.of();
    }

    /**
     * Looks for a text.
     *
     * @param name the member
     * @return the text, if there is one
     */
    public Optional<String> text(String name) {
        return get(name).filter(Text.class::isInstance).map(value -> ((Text) value).value());
    }

    /**
     * Looks for texts.
     *
     * @param name the member
     * @return the texts of the list; none when there is no list
     */
    public List<String> texts(String name) {
        return array(name).stream()
                .filter(Text.class::isInstance)
                .map(value -> ((Text) value).value())
                .toList();
    }

    /**
     * Looks for a whole number.
     *
     * @param name the member
     * @return the number, if there is one
     */
    public Optional<Long> whole(String name) {
        return get(name).filter(Whole.class::isInstance).map(value -> ((Whole) value).value());
    }

    /**
     * Looks for a number.
     *
     * @param name the member
     * @return the number, if there is one
     */
    public Optional<Double> number(String name) {
        JsonValue value = members.get(name);
        if (value instanceof Whole whole) {
            return Optional.of((double) whole.value());
        }
        return value instanceof Real real ? Optional.of(real.value()) : Optional.empty();
    }

    /**
     * Asks whether a member is true.
     *
     * @param name the member
     * @return false also when there is no such member
     */
    public boolean isTrue(String name) {
        return members.get(name) instanceof Flag flag && flag.value();
    }
}
