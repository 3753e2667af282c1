package io.hostpulse.common.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the elements of a list apart in a way that lasts when others come and go: by the first of the usual fields that all
 * have and no two share, as alert rules do, then by two of them together; by their place in the list otherwise. Pure.
 */
public final class ElementNames {

    private static final List<List<String>> IDENTITIES = List.of(
            List.of("name"),
            List.of("path"),
            List.of("device"),
            List.of("uuid"),
            List.of("id"),
            List.of("label"),
            List.of("chip", "label"),
            List.of("device", "label"));

    private ElementNames() {}

    /**
     * Names the elements of a list.
     *
     * @param elements the list
     * @return a name for each, in order, no two alike
     */
    public static List<String> of(List<? extends Value> elements) {
        for (List<String> identity : IDENTITIES) {
            List<String> names = names(elements, identity);
            if (!names.isEmpty()) {
                return names;
            }
        }
        List<String> places = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            places.add(Integer.toString(i));
        }
        return places;
    }

    private static List<String> names(List<? extends Value> elements, List<String> identity) {
        List<String> names = new ArrayList<>(elements.size());
        Set<String> seen = new HashSet<>();
        for (Value element : elements) {
            Optional<String> name = element instanceof Fields fields ? name(fields, identity) : Optional.empty();
            if (name.isEmpty() || !seen.add(name.get())) {
                return List.of();
            }
            names.add(name.get());
        }
        return names;
    }

    private static Optional<String> name(Fields element, List<String> identity) {
        StringBuilder name = new StringBuilder();
        for (String field : identity) {
            Optional<Value> value = element.get(field);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String part = text(value.get());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return Optional.of(name.toString());
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        return value instanceof Value.Whole whole ? Long.toString(whole.value()) : "";
    }
}
