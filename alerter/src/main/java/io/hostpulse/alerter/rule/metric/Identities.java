package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds out what tells the elements of a list apart: the first of the wanted fields that all elements have and no two share, since
 * two cards of one model have one name. Reused from list to list; not thread-safe.
 */
final class Identities {

    private static final String INDEX = "index";

    /** Comparing so few with one another is quicker than a set, and leaves no garbage. */
    private static final int FEW = 12;

    private static final List<String> NUMBERS =
            IntStream.range(0, 256).mapToObj(Integer::toString).toList();

    private final List<String> candidates;
    private final Set<String> seen = new HashSet<>();

    Identities(List<String> candidates) {
        this.candidates = candidates;
    }

    String kind(List<? extends Value> elements) {
        for (int index = 0; index < candidates.size(); index++) {
            if (tellsApart(candidates.get(index), elements)) {
                return candidates.get(index);
            }
        }
        return INDEX;
    }

    private boolean tellsApart(String candidate, List<? extends Value> elements) {
        boolean few = elements.size() <= FEW;
        seen.clear();
        for (int index = 0; index < elements.size(); index++) {
            String identity = identity(candidate, elements.get(index));
            if (identity == null) {
                return false;
            }
            if (few ? isBefore(candidate, elements, index, identity) : !seen.add(identity)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBefore(String candidate, List<? extends Value> elements, int end, String identity) {
        for (int index = 0; index < end; index++) {
            if (identity.equals(identity(candidate, elements.get(index)))) {
                return true;
            }
        }
        return false;
    }

    private static String identity(String candidate, Value element) {
        Value value = element instanceof Fields fields ? fields.values().get(candidate) : null;
        if (value instanceof Value.Text text) {
            return text.value();
        }
        return value instanceof Value.Whole whole ? Long.toString(whole.value()) : null;
    }

    String of(String kind, List<? extends Value> elements, int index) {
        return kind.equals(INDEX) ? number(index) : identity(kind, elements.get(index));
    }

    private static String number(int index) {
        return index < NUMBERS.size() ? NUMBERS.get(index) : Integer.toString(index);
    }
}
