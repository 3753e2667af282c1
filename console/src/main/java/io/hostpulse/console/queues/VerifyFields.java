package io.hostpulse.console.queues;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.queue.care.Finding;
import io.hostpulse.common.queue.care.QueueReport;
import java.util.List;
import java.util.Locale;

/** Shows to programs what was found in queues. */
public final class VerifyFields {

    private VerifyFields() {}

    /**
     * Builds the document.
     *
     * @param reports one for each stream
     * @return its fields; what a stream without records does not have is absent
     */
    public static Fields of(List<QueueReport> reports) {
        return Fields.builder()
                .put("clean", reports.stream().allMatch(QueueReport::isClean))
                .put("streams", reports.stream().map(VerifyFields::of).toList())
                .build();
    }

    private static Fields of(QueueReport report) {
        Fields.Builder fields = Fields.builder()
                .put("name", VerifyText.nameOf(report))
                .put("clean", report.isClean())
                .put("files", report.files().size())
                .put("bytes", report.bytes())
                .put("records", report.records())
                .put("records_lost", report.lost());
        report.oldest().ifPresent(file -> fields.put("first_sequence", file.firstSequence())
                .put("first_timestamp", Rfc3339.format(file.firstTime())));
        report.newest().ifPresent(file -> fields.put("last_sequence", file.lastSequence())
                .put("last_timestamp", Rfc3339.format(file.lastTime())));
        return fields.put(
                        "findings",
                        report.findings().stream().map(VerifyFields::of).toList())
                .build();
    }

    private static Fields of(Finding finding) {
        Fields.Builder fields = Fields.builder()
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("file", finding.file())
                .put("what", finding.what())
                .put("remedy", finding.remedy().name().toLowerCase(Locale.ROOT));
        finding.lost().ifPresent(gap -> fields.put("lost_first", gap.first()).put("lost_last", gap.last()));
        return fields.build();
    }
}
