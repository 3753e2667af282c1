package io.hostpulse.console.payload;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Looks values up in a record that an older or newer Hostpulse may have written: what is not there is not known.
 *
 * @param fields some fields of it
 */
public record RecordFields(Fields fields) {

    /**
     * Looks a value up.
     *
     * @param path names with points between them
     * @return the value, if there is one
     */
    public Optional<Value> value(String path) {
        Optional<Value> found = Optional.of(fields);
        for (String name : path.split("\\.", -1)) {
            found = found.filter(Fields.class::isInstance).flatMap(value -> ((Fields) value).get(name));
        }
        return found;
    }

    /**
     * Lists the names in a group of fields.
     *
     * @param path the group
     * @return the names, in order
     */
    public Set<String> names(String path) {
        return value(path).orElse(Fields.NONE) instanceof Fields group
                ? group.values().keySet()
                : Set.of();
    }

    /**
     * Looks a group of fields up.
     *
     * @param path the group
     * @return its fields; none when there is no such group
     */
    public RecordFields inner(String path) {
        return new RecordFields(value(path).orElse(Fields.NONE) instanceof Fields group ? group : Fields.NONE);
    }

    /**
     * Looks a text up.
     *
     * @param path the field
     * @return the text, if there is one
     */
    public Optional<String> text(String path) {
        return value(path).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).value());
    }

    /**
     * Looks a number up.
     *
     * @param path the field
     * @return the number, if there is one
     */
    public OptionalDouble number(String path) {
        Value found = value(path).orElse(null);
        if (found instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        return found instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    /**
     * Looks a whole number up.
     *
     * @param path the field
     * @return the number, if there is one
     */
    public OptionalLong whole(String path) {
        return value(path).orElse(null) instanceof Value.Whole whole
                ? OptionalLong.of(whole.value())
                : OptionalLong.empty();
    }

    /**
     * Looks a time up.
     *
     * @param path the field
     * @return epoch nanoseconds, if there is a time
     */
    public OptionalLong time(String path) {
        try {
            Optional<String> text = text(path);
            return text.isPresent() ? OptionalLong.of(Rfc3339.parse(text.get())) : OptionalLong.empty();
        } catch (DateTimeException | ArithmeticException noTime) {
            return OptionalLong.empty();
        }
    }

    /**
     * Tells why a number is not there.
     *
     * @param path the field
     * @return the reason, if a value is missing there
     */
    public Optional<String> reason(String path) {
        return value(path).filter(Value.Missing.class::isInstance).map(value -> ((Value.Missing) value).reason());
    }

    /**
     * Looks a list of groups up.
     *
     * @param path the list
     * @return its groups, in order
     */
    public List<RecordFields> list(String path) {
        return elements(path).stream()
                .filter(Fields.class::isInstance)
                .map(element -> new RecordFields((Fields) element))
                .toList();
    }

    /**
     * Looks a list of texts up.
     *
     * @param path the list
     * @return its texts, in order
     */
    public List<String> texts(String path) {
        return elements(path).stream()
                .filter(Value.Text.class::isInstance)
                .map(element -> ((Value.Text) element).value())
                .toList();
    }

    private List<? extends Value> elements(String path) {
        return value(path).orElse(null) instanceof Value.Sequence sequence ? sequence.values() : List.of();
    }
}
