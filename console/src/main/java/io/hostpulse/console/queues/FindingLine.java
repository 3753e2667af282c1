package io.hostpulse.console.queues;

import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.care.Finding;
import io.hostpulse.common.queue.care.Severity;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Tone;

/** Shows one finding in one line: where, what is lost, why, and what to do about it. */
record FindingLine(String stream, Finding finding) {

    String render(Style style) {
        String lost = finding.lost().map(FindingLine::lost).orElse("");
        String remedy =
                finding.remedy().text().isEmpty() ? "" : " (" + finding.remedy().text() + ")";
        String line = stream + ": " + finding.file() + ": " + lost + finding.what() + remedy;
        return style.paint(Printable.of(line), finding.severity() == Severity.PROBLEM ? Tone.BAD : Tone.PLAIN);
    }

    private static String lost(Gap gap) {
        return gap.count() == 1
                ? "record " + gap.first() + " lost: "
                : "records " + gap.first() + " to " + gap.last() + " lost: ";
    }
}
