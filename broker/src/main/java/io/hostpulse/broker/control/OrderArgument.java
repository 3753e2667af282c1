package io.hostpulse.broker.control;

import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Printable;
import java.nio.charset.StandardCharsets;

/** One thing that is said with an order. */
record OrderArgument(String name, String kind, Class<? extends Value> type, boolean isOptional) {

    private static final String NUMBERS = "an object of numbers, or \"configured\"";
    private static final String TEXTS = "a list of texts, at least one";
    private static final int MOST_TEXTS = 1000;

    static OrderArgument text(String name) {
        return new OrderArgument(name, "a text", Value.Text.class, false);
    }

    static OrderArgument flag(String name) {
        return new OrderArgument(name, "true or false", Value.Flag.class, false);
    }

    static OrderArgument numbers(String name) {
        return new OrderArgument(name, NUMBERS, Fields.class, false);
    }

    static OrderArgument texts(String name) {
        return new OrderArgument(name, TEXTS, Value.Sequence.class, false);
    }

    static OrderArgument object(String name) {
        return new OrderArgument(name, "an object", Fields.class, false);
    }

    OrderArgument optional() {
        return new OrderArgument(name, kind, type, true);
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
            throw new InvalidOrderException("'" + Printable.brief(key) + "' must be a number, or \"configured\"");
        }
    }
}
