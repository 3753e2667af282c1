package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.alert.Quantity;
import io.hostpulse.common.text.Line;
import io.hostpulse.common.text.Printable;
import java.util.Optional;
import java.util.OptionalDouble;

/** Short texts about an alert. What comes from the machine is safe to show and not longer than a column should be. */
final class AlertCells {

    /** A path or a name may be as long as the machine likes; {@code alerts show} has all of it. */
    private static final int MOST_COLUMNS = 40;

    private AlertCells() {}

    static String rule(Alert alert) {
        return shortened(alert.key().rule());
    }

    static Optional<String> where(Alert alert) {
        return Optional.of(alert.key().dimension())
                .filter(dimension -> !dimension.isEmpty())
                .map(AlertCells::shortened);
    }

    static Optional<String> value(Alert alert) {
        return quantity(alert, alert.measured().value());
    }

    static Optional<String> threshold(Alert alert) {
        return quantity(alert, alert.measured().threshold());
    }

    static Optional<String> peak(Alert alert) {
        return quantity(alert, alert.measured().peak());
    }

    static Optional<String> quantity(Alert alert, OptionalDouble value) {
        return value.isPresent() ? Optional.of(Quantity.of(alert, value.getAsDouble())) : Optional.empty();
    }

    /** For example {@code acknowledged by ada: on it, flapping}. */
    static String state(Alert alert) {
        String by = alert.acknowledged()
                .filter(note -> alert.state() == AlertState.ACKNOWLEDGED)
                .map(AlertCells::by)
                .orElse("");
        return alert.state().label() + by + (alert.flapping() ? ", flapping" : "");
    }

    private static String by(Note note) {
        return " by " + shortened(note.text().isEmpty() ? note.by() : note.by() + ": " + note.text());
    }

    static String shortened(String text) {
        return Line.cut(Printable.of(text), MOST_COLUMNS);
    }
}
