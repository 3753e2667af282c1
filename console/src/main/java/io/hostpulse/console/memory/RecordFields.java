package io.hostpulse.console.memory;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Looks values up in a record that an older or newer Hostpulse may have written: what is not there is not known.
 *
 * @param fields some fields of it
 */
record RecordFields(Fields fields) {

    Optional<Value> value(String path) {
        Optional<Value> found = Optional.of(fields);
        for (String name : path.split("\\.", -1)) {
            found = found.filter(Fields.class::isInstance).flatMap(value -> ((Fields) value).get(name));
        }
        return found;
    }

    /** The names of what a group of fields holds. */
    Set<String> names(String path) {
        return value(path).orElse(Fields.NONE) instanceof Fields group
                ? group.values().keySet()
                : Set.of();
    }

    Optional<String> text(String path) {
        return value(path).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }

    OptionalDouble number(String path) {
        Value found = value(path).orElse(null);
        if (found instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        return found instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    /** Why a number is not there. */
    Optional<String> reason(String path) {
        return value(path).filter(Value.Missing.class::isInstance).map(value -> ((Value.Missing) value).reason());
    }

    List<RecordFields> list(String path) {
        return elements(path).stream()
                .filter(Fields.class::isInstance)
                .map(element -> new RecordFields((Fields) element))
                .toList();
    }

    List<String> texts(String path) {
        return elements(path).stream()
                .filter(Value.Text.class::isInstance)
                .map(element -> ((Value.Text) element).value())
                .toList();
    }

    private List<? extends Value> elements(String path) {
        return value(path).orElse(null) instanceof Value.Sequence sequence ? sequence.values() : List.of();
    }
}
