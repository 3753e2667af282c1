package io.hostpulse.console.status;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.Version;
import io.hostpulse.common.status.SupervisorState;
import io.hostpulse.console.alerts.AlertingFields;

/** Shows a status to a program: raw numbers, base units in the names, and RFC 3339 times. */
public final class StatusFields {

    static final double NANOS_PER_SECOND = 1e9;
    private static final long SECOND = 1_000_000_000L;

    private StatusFields() {}

    /**
     * Builds the document.
     *
     * @param status what was found
     * @return its fields; what is unknown is missing with a reason
     */
    public static Fields of(Status status) {
        Fields.Builder fields = Fields.builder()
                .put("running", status.isRunning())
                .put("timestamp", Rfc3339.format(status.now()))
                .put("version", Version.CURRENT)
                .put("host", status.host())
                .put("data", status.data().toString());
        status.supervisor().ifPresent(supervisor -> fields.put("supervisor", supervisor(supervisor)));
        ProcessFields processes = new ProcessFields();
        StreamFields streams = new StreamFields(status.now());
        return fields.put(
                        "processes",
                        status.processes().stream().map(processes::of).toList())
                .put("streams", status.streams().stream().map(streams::of).toList())
                .put("alerting", AlertingFields.of(status.alerting()))
                .put("sinks", status.sinks().stream().map(SinkView::fields).toList())
                .build();
    }

    private static Fields supervisor(SupervisorState supervisor) {
        return Fields.builder()
                .put("pid", supervisor.pid())
                .put("started", seconds(supervisor.startSeconds()))
                .build();
    }

    static String seconds(long epochSeconds) {
        return Rfc3339.format(epochSeconds * SECOND);
    }
}
