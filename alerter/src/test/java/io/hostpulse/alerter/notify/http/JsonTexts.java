package io.hostpulse.alerter.notify.http;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.stream.Stream;

/** Looks into JSON objects. */
public final class JsonTexts {

    private JsonTexts() {}

    /** Every object in it, itself included. */
    public static Stream<Fields> objects(Value value) {
        if (value instanceof Fields fields) {
            return Stream.concat(
                    Stream.of(fields), fields.values().values().stream().flatMap(JsonTexts::objects));
        }
        return value instanceof Value.Sequence sequence
                ? sequence.values().stream().flatMap(JsonTexts::objects)
                : Stream.empty();
    }

    /** Every text in it. */
    public static List<String> texts(Value value) {
        return objects(value)
                .flatMap(object -> object.values().values().stream())
                .filter(Value.Text.class::isInstance)
                .map(text -> ((Value.Text) text).value())
                .toList();
    }

    /** A text in it. */
    public static String text(Fields fields, String name) {
        return ((Value.Text) fields.get(name).orElseThrow()).value();
    }

    /** An object in it. */
    public static Fields object(Fields fields, String name) {
        return (Fields) fields.get(name).orElseThrow();
    }

    /** A list of objects in it. */
    public static List<Fields> list(Fields fields, String name) {
        return ((Value.Sequence) fields.get(name).orElseThrow())
                .values().stream().map(Fields.class::cast).toList();
    }
}
