package io.hostpulse.alerter.fields;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Asks a record for its fields. Every question throws {@link RecordFormatException}, naming the field, when it is absent though it
 * must be there, or is not what it should be. Thread-safe.
 *
 * @param fields what was read
 */
public record FieldReader(Fields fields) {

    /**
     * Asks for a text that must be there.
     *
     * @param name the field
     * @return the text
     */
    public String text(String name) {
        return required(name, Value.Text.class).value();
    }

    /**
     * Asks for a text.
     *
     * @param name the field
     * @return the text, unless the field is absent
     */
    public Optional<String> optionalText(String name) {
        return optional(name, Value.Text.class).map(Value.Text::value);
    }

    /**
     * Asks for a whole number that must be there.
     *
     * @param name the field
     * @return the number
     */
    public long whole(String name) {
        return required(name, Value.Whole.class).value();
    }

    /**
     * Asks for yes or no.
     *
     * @param name the field
     * @return the answer; no when the field is absent
     */
    public boolean flag(String name) {
        return optional(name, Value.Flag.class).map(Value.Flag::value).orElse(false);
    }

    /**
     * Asks for a time that must be there.
     *
     * @param name the field
     * @return epoch nanoseconds
     */
    public long time(String name) {
        return optionalTime(name).orElseThrow(() -> wrong(name, "is absent"));
    }

    /**
     * Asks for a time.
     *
     * @param name the field
     * @return epoch nanoseconds, unless the field is absent
     */
    public OptionalLong optionalTime(String name) {
        try {
            Optional<Value.Text> text = optional(name, Value.Text.class);
            return text.isPresent() ? OptionalLong.of(Rfc3339.parse(text.get().value())) : OptionalLong.empty();
        } catch (DateTimeParseException | ArithmeticException noTime) {
            throw wrong(name, "is no time");
        }
    }

    /**
     * Asks for one of an enumeration's constants, by its name.
     *
     * @param <E> the enumeration
     * @param name the field
     * @param constants the enumeration
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String name, Class<E> constants) {
        try {
            return Enum.valueOf(constants, text(name));
        } catch (IllegalArgumentException unknown) {
            throw wrong(name, "is none of its words");
        }
    }

    /**
     * Asks for fields inside this one.
     *
     * @param name the field
     * @return a reader for them, unless the field is absent
     */
    public Optional<FieldReader> inner(String name) {
        return optional(name, Fields.class).map(FieldReader::new);
    }

    /**
     * Asks for a list of texts.
     *
     * @param name the field
     * @return the texts; none when the field is absent
     */
    public List<String> texts(String name) {
        return optional(name, Value.Sequence.class).map(Value.Sequence::values).orElse(List.of()).stream()
                .map(element -> of(name, element, Value.Text.class).value())
                .toList();
    }

    /**
     * Asks for fields whose names are data.
     *
     * @param <T> what each of them becomes
     * @param name the field that holds them
     * @param each reads one of them by its name
     * @return what they became, in their order; nothing when the field is absent
     */
    public <T> Map<String, T> named(String name, Function<Entry, T> each) {
        Map<String, T> all = new LinkedHashMap<>();
        inner(name).ifPresent(inner -> inner.fields()
                .values()
                .keySet()
                .forEach(key -> all.put(key, each.apply(new Entry(key, inner)))));
        return all;
    }

    /**
     * One of several fields whose names are data.
     *
     * @param name its name
     * @param in where it stands
     */
    public record Entry(String name, FieldReader in) {}

    private <T extends Value> T required(String name, Class<T> type) {
        return optional(name, type).orElseThrow(() -> wrong(name, "is absent"));
    }

    private <T extends Value> Optional<T> optional(String name, Class<T> type) {
        return fields.get(name).map(value -> of(name, value, type));
    }

    private static <T extends Value> T of(String name, Value value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw wrong(name, "is not a " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    private static RecordFormatException wrong(String name, String what) {
        return new RecordFormatException("'" + name + "' " + what);
    }
}
