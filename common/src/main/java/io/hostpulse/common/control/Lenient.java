package io.hostpulse.common.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.DateTimeException;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Asks fields that another version may have written: what is absent, or is something else, is empty. Only for what people are
 * shown; nothing is decided by it.
 *
 * @param fields what was read
 */
record Lenient(Fields fields) {

    private <T extends Value> Stream<T> one(String name, Class<T> type) {
        return fields.get(name).stream().filter(type::isInstance).map(type::cast);
    }

    String text(String name) {
        return one(name, Value.Text.class).map(Value.Text::value).findFirst().orElse("");
    }

    long whole(String name) {
        return one(name, Value.Whole.class)
                .mapToLong(Value.Whole::value)
                .findFirst()
                .orElse(0);
    }

    int count(String name) {
        return (int) Math.min(Math.max(0, whole(name)), Integer.MAX_VALUE);
    }

    boolean flag(String name) {
        return one(name, Value.Flag.class).anyMatch(Value.Flag::value);
    }

    OptionalLong time(String name) {
        try {
            return OptionalLong.of(Rfc3339.parse(text(name)));
        } catch (DateTimeException | ArithmeticException noTime) {
            return OptionalLong.empty();
        }
    }

    Fields object(String name) {
        return one(name, Fields.class).findFirst().orElse(Fields.NONE);
    }

    List<Fields> objects(String name) {
        return elements(name, Fields.class).toList();
    }

    List<String> texts(String name) {
        return elements(name, Value.Text.class).map(Value.Text::value).toList();
    }

    private <T extends Value> Stream<T> elements(String name, Class<T> type) {
        return one(name, Value.Sequence.class)
                .flatMap(list -> list.values().stream())
                .filter(type::isInstance)
                .map(type::cast);
    }
}
