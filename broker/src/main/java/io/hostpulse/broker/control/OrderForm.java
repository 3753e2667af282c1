package io.hostpulse.broker.control;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * What may and must be said with an order. It looks at names and kinds only; whether there is such an alert or rule, and whether
 * a silence makes sense, the alerter decides.
 */
public enum OrderForm {
    /** Somebody takes care of an alert. */
    ACKNOWLEDGE(
            ControlAction.ACKNOWLEDGE,
            List.of(OrderArgument.text("alert"), OrderArgument.text("text").optional())),
    /** An alert is over. */
    RESOLVE(
            ControlAction.RESOLVE,
            List.of(OrderArgument.text("alert"), OrderArgument.text("text").optional())),
    /** Something about an alert. */
    NOTE(ControlAction.NOTE, List.of(OrderArgument.text("alert"), OrderArgument.text("text"))),
    /** Nobody is told of some alerts for a time. */
    SILENCE(
            ControlAction.SILENCE,
            List.of(
                    OrderArgument.text("id").optional(),
                    OrderArgument.text("kind").optional(),
                    OrderArgument.object("match").optional(),
                    OrderArgument.text("from").optional(),
                    OrderArgument.text("to").optional(),
                    OrderArgument.text("duration").optional(),
                    OrderArgument.object("schedule").optional(),
                    OrderArgument.text("comment").optional())),
    /** A silence ends. */
    UNSILENCE(ControlAction.UNSILENCE, List.of(OrderArgument.text("silence"))),
    /** A rule gets other thresholds, all at once; {@code configured} goes back to the configured one. */
    SET_THRESHOLD(ControlAction.THRESHOLD, List.of(OrderArgument.text("rule"), OrderArgument.numbers("levels"))),
    /** A handler is switched. */
    HANDLER(ControlAction.HANDLER, List.of(OrderArgument.text("handler"), OrderArgument.flag("enabled"))),
    /** Dead letters are sent again. */
    RESEND(
            ControlAction.RESEND,
            List.of(OrderArgument.text("handler"), OrderArgument.text("key").optional())),
    /** Streams are not measured any more; everything without {@code streams}. */
    STOP_MONITORING(
            ControlAction.STOP_MONITORING,
            List.of(
                    OrderArgument.texts("streams").optional(),
                    OrderArgument.text("comment").optional())),
    /** Streams are measured again; everything without {@code streams}. */
    START_MONITORING(
            ControlAction.START_MONITORING,
            List.of(OrderArgument.texts("streams").optional()));

    private final ControlAction action;
    private final List<OrderArgument> arguments;

    OrderForm(ControlAction action, List<OrderArgument> arguments) {
        this.action = action;
        this.arguments = arguments;
    }

    /**
     * Tells what the alerter is asked.
     *
     * @return the action
     */
    public ControlAction action() {
        return action;
    }

    /**
     * Looks at what is said with an order.
     *
     * @param given what is said
     * @param now the present time, epoch nanoseconds, from which a duration counts
     * @return the order's arguments; what is null is absent
     * @throws InvalidOrderException when something is missing, unknown, too long or of another kind
     */
    public Fields arguments(Fields given, long now) {
        refuseUnknown(given);
        Fields.Builder checked = Fields.builder();
        for (OrderArgument argument : arguments) {
            Optional<Value> value = given.get(argument.name()).filter(found -> !(found instanceof Value.Missing));
            if (value.isPresent()) {
                argument.check(value.get());
                checked.put(argument.name(), value.get());
            } else if (!argument.isOptional()) {
                throw new InvalidOrderException("'" + argument.name() + "' is missing: it must be " + argument.kind());
            }
        }
        return this == SILENCE ? SilenceForm.complete(checked.build(), now) : checked.build();
    }

    private void refuseUnknown(Fields given) {
        List<String> names = arguments.stream().map(OrderArgument::name).toList();
        for (String name : given.values().keySet()) {
            if (!names.contains(name)) {
                throw new InvalidOrderException("unknown field '" + Printable.brief(name) + "'"
                        + Nearest.hint(name, names) + "; known here: " + String.join(", ", names));
            }
        }
    }
}
