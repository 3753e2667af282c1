package io.hostpulse.prometheus.table;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/**
 * Where the value of a label comes from. Written {@code mode='idle'} for a constant, {@code cpu=#} for the number in the list, and {@code
 * device=name} for a field of the list's element.
 *
 * @param label the label's name
 * @param from as above
 */
record LabelRule(String label, String from) {

    static LabelRule parse(String text) {
        int equals = text.indexOf('=');
        return new LabelRule(text.substring(0, equals), text.substring(equals + 1));
    }

    /** Empty when the field is missing: then the series is without the label. */
    Optional<String> value(FieldPath.Place place) {
        if (from.startsWith("'")) {
            return Optional.of(from.substring(1, from.length() - 1));
        }
        return from.equals("#") ? Optional.of(Integer.toString(place.index())) : field(place.element(), from);
    }

    private static Optional<String> field(Fields element, String path) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            Value inner = element.get(path.substring(0, dot)).orElse(Fields.NONE);
            return inner instanceof Fields fields ? field(fields, path.substring(dot + 1)) : Optional.empty();
        }
        return element.get(path).flatMap(LabelRule::text);
    }

    private static Optional<String> text(Value value) {
        if (value instanceof Value.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Value.Whole whole) {
            return Optional.of(Long.toString(whole.value()));
        }
        return value instanceof Value.Flag flag ? Optional.of(Boolean.toString(flag.value())) : Optional.empty();
    }
}
