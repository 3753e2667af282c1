package io.hostpulse.collector.source.json;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to one value in a JSON document: {@code $.a.b[0].c}, {@code $['any key']}, {@code $.queues.length()}, {@code
 * $.queues[*].depth.sum()}. A part of the JSONPath that RFC 9535 describes, with two functions at the end. Immutable.
 */
final class JsonPath {

    /** A text is data for a rule or a table, not a document. */
    private static final int MAX_TEXT = 1_000;

    private final String text;
    private final List<Step> steps;
    private final Fold fold;

    JsonPath(String text, List<Step> steps, Fold fold) {
        this.text = text;
        this.steps = List.copyOf(steps);
        this.fold = fold;
    }

    /** Finds the value; whatever keeps it from being found is the reason of a missing one. */
    Value in(Value document) {
        try {
            return scalar(fold.of(walk(document)));
        } catch (NoSuchValueException e) {
            return new Value.Missing(text + ": " + e.getMessage());
        }
    }

    private List<Value> walk(Value document) throws NoSuchValueException {
        List<Value> here = List.of(document);
        for (Step step : steps) {
            List<Value> next = new ArrayList<>();
            for (Value value : here) {
                next.addAll(step.from(value));
            }
            here = next;
        }
        return here;
    }

    private static Value scalar(Value value) throws NoSuchValueException {
        if (value instanceof Fields || value instanceof Value.Sequence) {
            throw new NoSuchValueException("is no single value: go on to one inside it, or end with .length()");
        }
        if (value instanceof Value.Text found && found.value().length() > MAX_TEXT) {
            throw new NoSuchValueException("is a text of more than " + MAX_TEXT + " characters");
        }
        if (value instanceof Value.Missing missing) {
            throw new NoSuchValueException(missing.reason());
        }
        return value;
    }

    @Override
    public String toString() {
        return text;
    }
}
