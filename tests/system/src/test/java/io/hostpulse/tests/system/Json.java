package io.hostpulse.tests.system;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads JSON documents and finds values in them by path: {@code data.memory.total}. */
record Json(Value value) {

    static Json parse(String text) {
        return new Json(new PayloadReader().read(text.getBytes(StandardCharsets.UTF_8)));
    }

    Json at(String path) {
        Value found = value;
        for (String name : path.split("\\.", -1)) {
            found = ((Fields) found).get(name).orElseThrow(() -> new AssertionError("no '" + path + "' in " + value));
        }
        return new Json(found);
    }

    boolean has(String name) {
        return ((Fields) value).get(name).isPresent();
    }

    long whole() {
        return ((Value.Whole) value).value();
    }

    double number() {
        return value instanceof Value.Real real ? real.value() : whole();
    }

    String text() {
        return ((Value.Text) value).value();
    }

    boolean flag() {
        return ((Value.Flag) value).value();
    }

    List<Json> list() {
        return ((Value.Sequence) value)
                .values().stream().map(element -> new Json(element)).toList();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
