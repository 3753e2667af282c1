package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.Locale;

/** The campaign's result for people, row by row. */
final class OutcomeTable {

    private static final String ROW = "%-26s %8s %8s %8s %5s %5s %7s %7s %7s  %s%n";

    private OutcomeTable() {}

    static String header() {
        return String.format(
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
                "verdict");
    }

    static String textOf(Outcome outcome) {
        return header() + row(outcome) + remarks(outcome);
    }

    static String row(Outcome outcome) {
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

    /** What is to be said beside the numbers, indented; empty when there is nothing. */
    static String remarks(Outcome outcome) {
        StringBuilder text = new StringBuilder();
        Verdict.of(outcome).reasons().forEach(reason -> text.append(remark(outcome, reason)));
        outcome.notes().forEach(note -> text.append(remark(outcome, note)));
        return text.toString();
    }

    private static String remark(Outcome outcome, String text) {
        return "  " + outcome.kind() + ": " + text + "\n";
    }
}
