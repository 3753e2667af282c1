package io.hostpulse.collector.source.json;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** One part of a path: from a value to the values inside it. */
sealed interface Step {

    /** Goes one step; throws when the value has no such inside. */
    List<? extends Value> from(Value value) throws NoSuchValueException;

    /** The member of an object. */
    record Member(String name) implements Step {
        @Override
        public List<Value> from(Value value) throws NoSuchValueException {
            if (!(value instanceof Fields object)) {
                throw new NoSuchValueException("has no '" + name + "': it is no object");
            }
            return List.of(object.get(name).orElseThrow(() -> new NoSuchValueException("has no '" + name + "'")));
        }
    }

    /** The element of a list, counted from 0. */
    record Element(int index) implements Step {
        @Override
        public List<Value> from(Value value) throws NoSuchValueException {
            List<? extends Value> elements = elements(value);
            if (index >= elements.size()) {
                throw new NoSuchValueException("has " + elements.size() + " elements and none at [" + index + "]");
            }
            return List.of(elements.get(index));
        }
    }

    /** All elements of a list. */
    record Each() implements Step {
        @Override
        public List<? extends Value> from(Value value) throws NoSuchValueException {
            return elements(value);
        }
    }

    private static List<? extends Value> elements(Value value) throws NoSuchValueException {
        if (value instanceof Value.Sequence list) {
            return list.values();
        }
        throw new NoSuchValueException("is no list");
    }
}
