package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out what tells the elements of a list apart: the first of the wanted fields that all elements have and no two share, since
 * two cards of one model have one name. Reused from list to list; not thread-safe.
 */
final class Identities {

    private static final String INDEX = "index";

    private final List<String> candidates;
    private final Set<String> seen = new HashSet<>();

    Identities(List<String> candidates) {
        this.candidates = candidates;
    }

    String kind(List<? extends Value> elements) {
        for (String candidate : candidates) {
            if (tellsApart(candidate, elements)) {
                return candidate;
            }
        }
        return INDEX;
    }

    private boolean tellsApart(String candidate, List<? extends Value> elements) {
        seen.clear();
        for (Value element : elements) {
            String identity =
                    element instanceof Fields fields ? text(fields.values().get(candidate)) : null;
            if (identity == null || !seen.add(identity)) {
                return false;
            }
        }
        return true;
    }

    String of(String kind, List<? extends Value> elements, int index) {
        return kind.equals(INDEX) || !(elements.get(index) instanceof Fields fields)
                ? Integer.toString(index)
                : text(fields.values().get(kind));
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        return value instanceof Value.Whole whole ? Long.toString(whole.value()) : null;
    }
}
