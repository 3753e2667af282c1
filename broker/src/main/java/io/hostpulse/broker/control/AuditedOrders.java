package io.hostpulse.broker.control;

import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.auth.Author;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;

/**
 * Writes every order into the audit log when its outcome is known. Thread-safe.
 *
 * @param orders carries them out
 * @param audit where they are written down
 */
public record AuditedOrders(Orders orders, AuditLog audit) implements Orders {

    @Override
    public CompletionStage<OrderOutcome> place(Author by, ControlAction action, Fields arguments) {
        try {
            return orders.place(by, action, arguments).whenComplete((outcome, failure) -> {
                if (failure == null) {
                    note(by, action, arguments, outcome);
                } else {
                    audit.note(by, action.label(), text(arguments), "failed", failure.toString());
                }
            });
        } catch (BusyException e) {
            audit.note(by, action.label(), text(arguments), "unplaced", e.getMessage());
            throw e;
        }
    }

    @Override
    public void denied(Author by, ControlAction action) {
        audit.note(by, action.label(), "", "denied", "");
    }

    private void note(Author by, ControlAction action, Fields arguments, OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.Done done) {
            audit.note(by, action.label(), text(arguments), "done", "order " + done.sequence());
        } else if (outcome instanceof OrderOutcome.Refused refused) {
            audit.note(by, action.label(), text(arguments), "refused", refused.refusal());
        } else if (outcome instanceof OrderOutcome.Unanswered unanswered) {
            audit.note(by, action.label(), text(arguments), "waiting", "order " + unanswered.sequence());
        } else if (outcome instanceof OrderOutcome.Unplaced unplaced) {
            audit.note(by, action.label(), text(arguments), "unplaced", unplaced.reason());
        }
    }

    private static String text(Fields arguments) {
        return StandardCharsets.UTF_8
                .decode(new PayloadWriter().write(arguments))
                .toString();
    }
}
