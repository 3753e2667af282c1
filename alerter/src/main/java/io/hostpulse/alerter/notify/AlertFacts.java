package io.hostpulse.alerter.notify;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is known about an alert, as names and values for people. */
public final class AlertFacts {

    private static final int LONGEST = 300;

    private AlertFacts() {}

    /**
     * A name and a value, both plain text in one line.
     *
     * @param name what it is
     * @param value what is known about it, never empty
     */
    public record Fact(String name, String value) {}

    /**
     * Collects them.
     *
     * @param alert the alert
     * @param now the present time, epoch nanoseconds
     * @param times how times are shown
     * @return the facts, most important first; what is not known is not there
     */
    public static List<Fact> of(Alert alert, long now, TimeText times) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Metric", alert.component() + "." + alert.metric());
        add(facts, "Of", alert.key().dimension());
        addNumber(facts, "Value", alert, alert.measured().value());
        addNumber(facts, "Threshold", alert, alert.measured().threshold());
        addNumber(facts, "Peak", alert, alert.measured().peak());
        add(facts, "Since", times.at(alert.since()));
        alert.resolved().ifPresent(at -> add(facts, "Over since", times.at(at)));
        add(facts, "Duration", Units.wholeSpan(alert.duration(now)));
        add(facts, "Rule", alert.key().rule());
        if (alert.flapping()) {
            add(facts, "Flapping", "it comes and goes; single changes are not told");
        }
        alert.acknowledged()
                .ifPresent(note -> add(
                        facts, "Acknowledged", (note.by() + " " + note.text()).strip() + ", " + times.at(note.at())));
        alert.labels().forEach((name, value) -> add(facts, name, value));
        return facts;
    }

    private static void addNumber(List<Fact> facts, String name, Alert alert, OptionalDouble number) {
        number.ifPresent(value -> add(facts, name, Quantity.of(alert, value)));
    }

    private static void add(List<Fact> facts, String name, String value) {
        String line = PlainText.line(value, LONGEST);
        if (!line.isEmpty()) {
            facts.add(new Fact(PlainText.line(name, LONGEST), line));
        }
    }
}
