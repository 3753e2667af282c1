package io.hostpulse.console.queues;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.queue.care.FileReport;
import io.hostpulse.common.queue.care.Finding;
import io.hostpulse.common.queue.care.QueueReport;
import io.hostpulse.common.queue.care.Severity;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.text.Tone;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Optional;

/**
 * Shows to people what was found in queues.
 *
 * @param style how tones are shown
 */
public record VerifyText(Style style) {

    /**
     * Puts the lines together.
     *
     * @param reports one for each stream
     * @return one line a stream, then one line a finding
     */
    public String render(List<QueueReport> reports) {
        if (reports.isEmpty()) {
            return "no streams\n";
        }
        Table table = new Table()
                .left("STREAM")
                .right("FILES")
                .right("SIZE")
                .right("RECORDS")
                .right("FIRST")
                .right("LAST")
                .left("FROM")
                .left("TO")
                .right("LOST")
                .left("STATE");
        reports.forEach(report -> addRow(table, report));
        return table.render(style) + findings(reports);
    }

    private static void addRow(Table table, QueueReport report) {
        Optional<FileReport> oldest = report.oldest();
        Optional<FileReport> newest = report.newest();
        table.row(
                Cell.of(nameOf(report)),
                Cell.of(report.files().size()),
                Cell.of(Units.bytes(report.bytes())),
                Cell.of(report.records()),
                Cell.of(oldest.map(file -> Long.toString(file.firstSequence()))),
                Cell.of(newest.map(file -> Long.toString(file.lastSequence()))),
                Cell.of(oldest.map(file -> Rfc3339.format(file.firstTime()))),
                Cell.of(newest.map(file -> Rfc3339.format(file.lastTime()))),
                Cell.of(report.lost()),
                state(report));
    }

    static String nameOf(QueueReport report) {
        return report.directory().getFileName().toString();
    }

    private static Cell state(QueueReport report) {
        long problems = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.PROBLEM)
                .count();
        if (problems == 0) {
            return new Cell("fine", Tone.GOOD);
        }
        return new Cell(problems == 1 ? "1 problem" : problems + " problems", Tone.BAD);
    }

    private String findings(List<QueueReport> reports) {
        StringBuilder lines = new StringBuilder();
        for (QueueReport report : reports) {
            for (Finding finding : report.findings()) {
                lines.append(new FindingLine(nameOf(report), finding).render(style))
                        .append('\n');
            }
        }
        return lines.isEmpty() ? "" : "\n" + lines;
    }
}
