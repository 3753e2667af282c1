package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.Note;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that happened to an alert.
 *
 * @param at when, epoch nanoseconds
 * @param event what, in a word
 * @param level how bad it was then
 * @param value its value then
 * @param text why, or who and what was said; may be empty
 */
record Step(long at, String event, AlertLevel level, OptionalDouble value, String text) {

    static Step of(Change change) {
        Alert alert = change.alert();
        String said = note(change).map(Step::text).orElse("");
        String text =
                said.isEmpty() || change.reason().isEmpty() ? said + change.reason() : change.reason() + ", " + said;
        return new Step(
                alert.updated(), change.event(), alert.level(), alert.measured().value(), text);
    }

    private static Optional<Note> note(Change change) {
        Alert alert = change.alert();
        return switch (change.event()) {
            case "acknowledged" -> alert.acknowledged();
            case "noted" ->
                alert.notes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(alert.notes().get(alert.notes().size() - 1));
            default -> Optional.empty();
        };
    }

    private static String text(Note note) {
        return note.text().isEmpty() ? "by " + note.by() : "by " + note.by() + ": " + note.text();
    }
}
