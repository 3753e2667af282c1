package io.hostpulse.common.control;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/**
 * The form of an order in a control stream: {@code timestamp}, {@code by}, {@code action}, {@code arguments}. An argument that is
 * null is none. Thread-safe.
 */
public final class ControlOrderFields {

    private ControlOrderFields() {}

    /**
     * Writes an order.
     *
     * @param order any order
     * @return its fields
     */
    public static Fields of(ControlOrder order) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(order.at()))
                .put("by", order.by())
                .put("action", order.action())
                .put("arguments", withoutNulls(order.arguments()))
                .build();
    }

    /**
     * Reads an order.
     *
     * @param fields what {@link #of} wrote
     * @return the order
     * @throws RecordFormatException when it is none
     */
    public static ControlOrder parse(Fields fields) {
        try {
            return new ControlOrder(
                    Rfc3339.parse(text(fields, "timestamp")),
                    text(fields, "by"),
                    text(fields, "action"),
                    withoutNulls((Fields) fields.get("arguments").orElse(Fields.NONE)));
        } catch (ClassCastException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new RecordFormatException("no order: " + e.getMessage());
        }
    }

    private static String text(Fields fields, String name) {
        return fields.get(name)
                .map(value -> ((Value.Text) value).value())
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
    }

    private static Fields withoutNulls(Fields fields) {
        Fields.Builder kept = Fields.builder();
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            if (!(entry.getValue() instanceof Value.Missing)) {
                kept.put(entry.getKey(), withoutNulls(entry.getValue()));
            }
        }
        return kept.build();
    }

    private static Value withoutNulls(Value value) {
        if (value instanceof Fields fields) {
            return withoutNulls(fields);
        }
        if (value instanceof Value.Sequence sequence) {
            List<Value> kept = sequence.values().stream()
                    .filter(element -> !(element instanceof Value.Missing))
                    .map(element -> withoutNulls((Value) element))
                    .toList();
            return new Value.Sequence(kept);
        }
        return value;
    }
}
