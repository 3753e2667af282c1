package io.hostpulse.common.violation;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Adds to alerts what else was measured at their moment. It reads the stream, which takes some milliseconds an alert.
 *
 * @param queues where the streams are
 */
public record ViolationReader(QueueDirectory queues) {

    private static final Value NO_STREAM = new Value.Missing("the rule names a component that is no stream");

    /**
     * Reports an alert.
     *
     * @param alert any alert
     * @return the report; what can no longer be read is missing in it, with the reason
     */
    public ViolationReport report(Alert alert) {
        if (!StreamName.isValid(alert.component())) {
            return new ViolationReport(alert, NO_STREAM, NO_STREAM);
        }
        Path stream = queues.of(new StreamName(alert.component()));
        return new ViolationReport(alert, Moment.of(stream, alert.updated()), source(stream));
    }

    private static Value source(Path stream) {
        try {
            StreamDescriptor descriptor = StreamDescriptor.readFrom(stream);
            return Fields.builder()
                    .put("name", descriptor.name().value())
                    .put("interval_ms", descriptor.interval().toMillis())
                    .put("process", descriptor.writer())
                    .build();
        } catch (NoSuchFileException e) {
            return NO_STREAM;
        } catch (IOException e) {
            return new Value.Missing("cannot be read: " + e.getMessage());
        }
    }
}
