package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/** Reads a group of fields and looks into it. */
public final class Groups {

    private Groups() {}

    public static Fields read(FieldGroup group) {
        Fields.Builder fields = Fields.builder();
        group.addTo(fields);
        return fields.build();
    }

    /** Finds a value by its path, such as {@code cpu.some.avg10}. */
    public static Value at(Fields fields, String path) {
        Value value = fields;
        for (String name : path.split("\\.", -1)) {
            if (!(value instanceof Fields below)) {
                throw new AssertionError(path + ": " + value + " holds nothing");
            }
            value = below.get(name).orElseThrow(() -> new AssertionError("no " + name + " in " + below));
        }
        return value;
    }

    public static String reason(Value value) {
        if (value instanceof Value.Missing missing) {
            return missing.reason();
        }
        throw new AssertionError(value + " is not missing");
    }
}
