package io.hostpulse.broker.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may and must be said with an order. It looks at names and kinds only; whether there is such an alert or rule, and whether
 * a silence makes sense, the alerter decides.
 */
public enum OrderForm {
    /** Somebody takes care of an alert. */
    ACKNOWLEDGE(
            ControlAction.ACKNOWLEDGE,
            List.of(Argument.text("alert"), Argument.text("text").optional())),
    /** An alert is over. */
    RESOLVE(
            ControlAction.RESOLVE,
            List.of(Argument.text("alert"), Argument.text("text").optional())),
    /** Something about an alert. */
    NOTE(ControlAction.NOTE, List.of(Argument.text("alert"), Argument.text("text"))),
    /** Nobody is told of some alerts for a time. */
    SILENCE(
            ControlAction.SILENCE,
            List.of(
                    Argument.text("id").optional(),
                    Argument.text("kind").optional(),
                    Argument.object("match").optional(),
                    Argument.text("from").optional(),
                    Argument.text("to").optional(),
                    Argument.text("duration").optional(),
                    Argument.object("schedule").optional(),
                    Argument.text("comment").optional())),
    /** A silence ends. */
    UNSILENCE(ControlAction.UNSILENCE, List.of(Argument.text("silence"))),
    /** A rule gets other thresholds, all at once; {@code configured} goes back to the configured one. */
    SET_THRESHOLD(ControlAction.THRESHOLD, List.of(Argument.text("rule"), Argument.numbers("levels"))),
    /** A handler is switched. */
    HANDLER(ControlAction.HANDLER, List.of(Argument.text("handler"), Argument.flag("enabled"))),
    /** Dead letters are sent again. */
    RESEND(
            ControlAction.RESEND,
            List.of(Argument.text("handler"), Argument.text("key").optional())),
    /** Streams are not measured any more; everything without {@code streams}. */
    STOP_MONITORING(
            ControlAction.STOP_MONITORING,
            List.of(
                    Argument.texts("streams").optional(),
                    Argument.text("comment").optional())),
    /** Streams are measured again; everything without {@code streams}. */
    START_MONITORING(
            ControlAction.START_MONITORING, List.of(Argument.texts("streams").optional()));

    private final ControlAction action;
    private final List<Argument> arguments;

    OrderForm(ControlAction action, List<Argument> arguments) {
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
        for (Argument argument : arguments) {
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
        List<String> names = arguments.stream().map(Argument::name).toList();
        for (String name : given.values().keySet()) {
            if (!names.contains(name)) {
                throw new InvalidOrderException("unknown field '" + Printable.of(shortened(name)) + "'"
                        + Nearest.hint(name, names) + "; known here: " + String.join(", ", names));
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    /** One thing that is said with an order. */
    private record Argument(String name, String kind, Class<? extends Value> type, boolean isOptional) {

        private static final String NUMBERS = "an object of numbers, or \"configured\"";
        private static final String TEXTS = "a list of texts, at least one";
        private static final int MOST_TEXTS = 1000;

        static Argument text(String name) {
            return new Argument(name, "a text", Value.Text.class, false);
        }

        static Argument flag(String name) {
            return new Argument(name, "true or false", Value.Flag.class, false);
        }

        static Argument numbers(String name) {
            return new Argument(name, NUMBERS, Fields.class, false);
        }

        static Argument texts(String name) {
            return new Argument(name, TEXTS, Value.Sequence.class, false);
        }

        static Argument object(String name) {
            return new Argument(name, "an object", Fields.class, false);
        }

        Argument optional() {
            return new Argument(name, kind, type, true);
        }

        void check(Value value) {
            if (!type.isInstance(value)) {
                throw new InvalidOrderException("'" + name + "' must be " + kind);
            }
            if (kind.equals(NUMBERS)) {
                ((Fields) value).values().forEach(this::checkNumber);
            }
            if (value instanceof Value.Sequence list) {
                checkTexts(list);
            }
            boolean isLong = value instanceof Value.Text text
                    && text.value().getBytes(StandardCharsets.UTF_8).length > ControlOrder.MAX_TEXT;
            if (isLong) {
                throw new InvalidOrderException("'" + name + "' is longer than " + ControlOrder.MAX_TEXT + " bytes");
            }
        }

        private void checkTexts(Value.Sequence list) {
            if (list.values().isEmpty()
                    || list.values().size() > MOST_TEXTS
                    || !list.values().stream().allMatch(Value.Text.class::isInstance)) {
                throw new InvalidOrderException("'" + name + "' must be " + kind + " and at most " + MOST_TEXTS);
            }
        }

        private void checkNumber(String key, Value value) {
            boolean isNumber = value instanceof Value.Real || value instanceof Value.Whole;
            if (!isNumber && !value.equals(new Value.Text("configured"))) {
                throw new InvalidOrderException(
                        "'" + Printable.of(shortened(key)) + "' must be a number, or \"configured\"");
            }
        }
    }

    /** A silence may say how long instead of until when, which spares people the clock. */
    private static final class SilenceForm {

        private SilenceForm() {}

        static Fields complete(Fields given, long now) {
            Optional<Value> duration = given.get("duration");
            if (duration.isEmpty()) {
                return given;
            }
            if (given.get("to").isPresent()) {
                throw new InvalidOrderException("give 'duration' or 'to', not both");
            }
            long begin = given.get("from").map(SilenceForm::time).orElse(now);
            Fields.Builder completed = Fields.builder();
            List<Map.Entry<String, Value>> kept = new ArrayList<>(given.values().entrySet());
            kept.removeIf(field -> field.getKey().equals("duration"));
            kept.forEach(field -> completed.put(field.getKey(), field.getValue()));
            long length = Durations.parse(((Value.Text) duration.get()).value());
            return completed
                    .put("to", Rfc3339.format(Math.addExact(begin, length)))
                    .build();
        }

        private static long time(Value from) {
            try {
                return Rfc3339.parse(((Value.Text) from).value());
            } catch (java.time.DateTimeException | ArithmeticException e) {
                throw new InvalidOrderException("'from' must be a time such as 2026-01-03T10:15:30Z");
            }
        }
    }
}
