package io.hostpulse.console.payload;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts the reasons of a payload, which stand together at its end, back to the values that are missing. */
public final class Reasons {

    private final Fields reasons;

    private Reasons(Fields reasons) {
        this.reasons = reasons;
    }

    /**
     * Restores a payload.
     *
     * @param payload a payload as it was read
     * @return the same fields with each missing value's own reason, and without the list of reasons
     */
    public static Fields restore(Fields payload) {
        Fields reasons =
                payload.get(PayloadWriter.MISSING).orElse(Fields.NONE) instanceof Fields some ? some : Fields.NONE;
        Fields.Builder fields = Fields.builder();
        payload.values().forEach((name, value) -> {
            if (!name.equals(PayloadWriter.MISSING)) {
                fields.put(name, new Reasons(reasons).restored(value, name));
            }
        });
        return fields.build();
    }

    private Value restored(Value value, String path) {
        if (value instanceof Fields fields) {
            Fields.Builder children = Fields.builder();
            fields.values().forEach((name, child) -> children.put(name, restored(child, path + "." + name)));
            return children.build();
        }
        if (value instanceof Value.Sequence sequence) {
            List<Value> elements = new ArrayList<>();
            for (Value element : sequence.values()) {
                elements.add(restored(element, path + "[" + elements.size() + "]"));
            }
            return new Value.Sequence(elements);
        }
        return value instanceof Value.Missing && reasons.get(path).orElse(null) instanceof Value.Text reason
                ? new Value.Missing(reason.value())
                : value;
    }
}
