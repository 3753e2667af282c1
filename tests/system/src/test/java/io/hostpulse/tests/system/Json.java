package io.hostpulse.tests.system;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads JSON documents and finds values in them by path: {@code data.memory.total}.
 *
 * @param value what is there
 */
public record Json(Value value) {

    /**
     * Reads a document.
     *
     * @param text the document
     * @return its value
     */
    public static Json parse(String text) {
        return new Json(new PayloadReader().read(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Goes down a path.
     *
     * @param path names with dots between them
     * @return what is there
     */
    public Json at(String path) {
        Value found = value;
        for (String name : path.split("\\.", -1)) {
            found = ((Fields) found).get(name).orElseThrow(() -> new AssertionError("no '" + path + "' in " + value));
        }
        return new Json(found);
    }

    /**
     * Looks for a field.
     *
     * @param name its name
     * @return whether it is there
     */
    public boolean has(String name) {
        return ((Fields) value).get(name).isPresent();
    }

    /**
     * Takes it for a whole number.
     *
     * @return the number
     */
    public long whole() {
        return ((Value.Whole) value).value();
    }

    /**
     * Takes it for a number.
     *
     * @return the number
     */
    public double number() {
        return value instanceof Value.Real real ? real.value() : whole();
    }

    /**
     * Takes it for a text.
     *
     * @return the text
     */
    public String text() {
        return ((Value.Text) value).value();
    }

    /**
     * Takes it for true or false.
     *
     * @return which
     */
    public boolean flag() {
        return ((Value.Flag) value).value();
    }

    /**
     * Takes it for a list.
     *
     * @return its elements
     */
    public List<Json> list() {
        return ((Value.Sequence) value)
                .values().stream().map(element -> new Json(element)).toList();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
