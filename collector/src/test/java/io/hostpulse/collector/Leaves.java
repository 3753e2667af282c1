package io.hostpulse.collector;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.function.BiConsumer;

/** Walks over the values of a reading that hold no others, with paths such as {@code mounts[].path}. */
final class Leaves {

    private Leaves() {}

    static void of(Fields fields, BiConsumer<String, Value> leaf) {
        walk("", fields, leaf);
    }

    private static void walk(String path, Value value, BiConsumer<String, Value> leaf) {
        if (value instanceof Fields fields) {
            fields.values().forEach((name, child) -> walk(path.isEmpty() ? name : path + "." + name, child, leaf));
        } else if (value instanceof Value.Sequence sequence) {
            sequence.values().forEach(element -> walk(path + "[]", element, leaf));
        } else {
            leaf.accept(path, value);
        }
    }
}
