package io.hostpulse.common.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.util.OptionalLong;

/**
 * How the configuration was read last.
 *
 * @param at when, epoch nanoseconds; absent when that is not known
 * @param problem why it was not taken over, so that the one before is in force; empty when it was
 */
public record ReloadView(OptionalLong at, String problem) {

    static ReloadView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new ReloadView(read.time("timestamp"), read.text("problem"));
    }

    Fields fields() {
        Fields.Builder fields = Fields.builder();
        at.ifPresent(time -> fields.put("timestamp", Rfc3339.format(time)));
        return fields.put("problem", problem).build();
    }
}
