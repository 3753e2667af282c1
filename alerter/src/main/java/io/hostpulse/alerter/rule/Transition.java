package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;

/** A change of an alert. Immutable. */
public sealed interface Transition {

    /**
     * Gives the alert as it stands after the change.
     *
     * @return the alert, complete
     */
    Alert alert();

    /**
     * A rule is violated, but not yet for long or often enough. For those who show the state; nobody is told.
     *
     * @param alert pending; its id is not that of the alert that may come of it
     */
    record PendingBegan(Alert alert) implements Transition {}

    /**
     * What was pending fires now or is over.
     *
     * @param alert as it was last
     */
    record PendingEnded(Alert alert) implements Transition {}

    /**
     * An alert begins.
     *
     * @param alert firing
     */
    record Fired(Alert alert) implements Transition {}

    /**
     * An alert becomes worse or better.
     *
     * @param alert with its new level
     * @param before its level before
     */
    record LevelChanged(Alert alert, AlertLevel before) implements Transition {}

    /**
     * An alert comes and goes so often that single changes are no longer told; only a level that it has not had since is.
     *
     * @param alert firing and flapping; it may be a new one
     */
    record FlappingBegan(Alert alert) implements Transition {}

    /**
     * An alert stays as it is again. {@link Resolved} follows at once if that means that it is off.
     *
     * @param alert firing
     */
    record FlappingEnded(Alert alert) implements Transition {}

    /**
     * An alert is over.
     *
     * @param alert resolved
     * @param why why
     */
    record Resolved(Alert alert, ResolveReason why) implements Transition {}
}
