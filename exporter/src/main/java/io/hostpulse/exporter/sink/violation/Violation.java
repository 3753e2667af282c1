package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The beginning of an alert, as it stands in the journal.
 *
 * @param sequence its number in the journal
 * @param alert the alert at that moment
 */
record Violation(long sequence, Alert alert) {

    private static final Value CHANGED = new Value.Text("changed");
    private static final Value FIRED = new Value.Text("fired");

    /**
     * Finds a violation in a record; most records of the journal are about something else.
     *
     * @throws io.hostpulse.common.codec.RecordFormatException when it is one and cannot be understood
     */
    static Optional<Violation> in(ExportRecord record) {
        Fields fields = new PayloadReader().read(record.payload().getBytes(StandardCharsets.UTF_8));
        boolean fired = fields.get("entry").filter(CHANGED::equals).isPresent()
                && fields.get("event").filter(FIRED::equals).isPresent();
        return fired ? Optional.of(new Violation(record.sequence(), AlertFields.parse(fields))) : Optional.empty();
    }
}
