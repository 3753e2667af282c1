package io.hostpulse.common.monitoring;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The form in which it is written down what is stopped. Thread-safe. */
public final class MonitoringFields {

    private static final String EVERYTHING = "everything";
    private static final String EXCEPT = "except";
    private static final String STREAMS = "streams";

    private MonitoringFields() {}

    /**
     * Writes it.
     *
     * @param monitoring what is stopped
     * @return {@code everything} and {@code except} when everything is, and {@code streams} with those that are stopped by name
     */
    public static Fields of(Monitoring monitoring) {
        Fields.Builder fields = Fields.builder();
        monitoring.everything().ifPresent(stop -> {
            List<Value> except =
                    monitoring.except().stream().<Value>map(Value.Text::new).toList();
            fields.put(EVERYTHING, stop.fields()).put(EXCEPT, except);
        });
        Fields.Builder streams = Fields.builder();
        monitoring.streams().forEach((name, stop) -> streams.put(name, stop.fields()));
        return fields.put(STREAMS, streams.build()).build();
    }

    /**
     * Reads it.
     *
     * @param fields what {@link #of} wrote
     * @return what is stopped
     * @throws RecordFormatException when it is something else
     */
    static Monitoring parse(Fields fields) {
        try {
            Map<String, Stop> streams = new TreeMap<>();
            object(fields, STREAMS).values().forEach((name, stop) -> streams.put(name, stop((Fields) stop)));
            return new Monitoring(fields.get(EVERYTHING).map(stop -> stop((Fields) stop)), except(fields), streams);
        } catch (ClassCastException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new RecordFormatException("it does not say what is stopped: " + e.getMessage());
        }
    }

    private static Fields object(Fields fields, String name) {
        return (Fields) fields.get(name).orElse(Fields.NONE);
    }

    private static Set<String> except(Fields fields) {
        Optional<Value> names = fields.get(EXCEPT);
        return names.map(list -> ((Value.Sequence) list)
                        .values().stream()
                                .map(name -> ((Value.Text) name).value())
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Stop stop(Fields fields) {
        return new Stop(
                text(fields, "by"),
                Rfc3339.parse(text(fields, "since")),
                fields.get("comment")
                        .map(comment -> ((Value.Text) comment).value())
                        .orElse(""));
    }

    private static String text(Fields fields, String name) {
        return fields.get(name)
                .map(value -> ((Value.Text) value).value())
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
    }
}
