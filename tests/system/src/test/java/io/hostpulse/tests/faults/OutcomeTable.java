package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The campaign's result for people.
 *
 * @param outcomes one per row
 */
record OutcomeTable(List<Outcome> outcomes) {

    private static final String ROW = "%-34s %8s %8s %8s %5s %5s %8s %8s %8s  %s%n";

    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                ROW,
                "kind",
                "injected",
                "survived",
                "acked",
                "lost",
                "dupl.",
                "p50 ms",
                "p99 ms",
                "max ms",
                "verdict"));
        outcomes.forEach(outcome -> text.append(row(outcome)));
        outcomes.forEach(outcome -> text.append(remarks(outcome)));
        return text.toString();
    }

    private static String row(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                ROW,
                outcome.kind(),
                outcome.injected(),
                outcome.survived(),
                outcome.acknowledged(),
                outcome.lost(),
                outcome.duplicates(),
                millis(outcome, 0.5),
                millis(outcome, 0.99),
                millis(outcome, 1),
                Verdict.of(outcome).word());
    }

    private static String millis(Outcome outcome, double percentile) {
        Duration time = outcome.time(percentile);
        return outcome.times().isEmpty() ? "-" : Long.toString(time.toMillis());
    }

    private static String remarks(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        Verdict.of(outcome).reasons().forEach(reason -> text.append(remark(outcome, reason)));
        outcome.notes().forEach(note -> text.append(remark(outcome, note)));
        return text.toString();
    }

    private static String remark(Outcome outcome, String text) {
        return "  " + outcome.kind() + ": " + text + "\n";
    }
}
