package io.hostpulse.prometheus.table;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/**
 * The way to a value in a record, written as in docs/METRICS.md: {@code swap.total}, {@code mounts[].free}, {@code
 * per_core_usage[]}. Immutable.
 *
 * @param segments names; one that ends in {@code []} is a list, whose elements are all visited
 */
record FieldPath(List<String> segments) {

    private static final String LIST = "[]";

    static FieldPath parse(String path) {
        return new FieldPath(List.of(path.split("\\.")));
    }

    /** Takes what the path leads to. */
    interface Visitor {

        /**
         * Takes one value.
         *
         * @param value the value, possibly missing
         * @param place where it lies
         */
        void visit(Value value, Place place);
    }

    /**
     * Where a value lies.
     *
     * @param holder the fields that hold it
     * @param element the element of the innermost list in which it lies, or else the whole record: labels are its fields
     * @param index its number in that list, from 0
     */
    record Place(Fields holder, Fields element, int index) {}

    void visit(Fields record, Visitor visitor) {
        visit(0, new Place(record, record, 0), visitor);
    }

    private void visit(int depth, Place place, Visitor visitor) {
        String segment = segments.get(depth);
        boolean isList = segment.endsWith(LIST);
        String name = isList ? segment.substring(0, segment.length() - LIST.length()) : segment;
        Value value = place.holder().get(name).orElse(null);
        if (isList && value instanceof Value.Sequence list) {
            elements(depth, list, place, visitor);
        } else if (!isList && value != null) {
            arrive(depth, value, place, visitor);
        }
    }

    private void elements(int depth, Value.Sequence list, Place place, Visitor visitor) {
        for (int i = 0; i < list.values().size(); i++) {
            Value element = list.values().get(i);
            Fields owner = element instanceof Fields fields ? fields : place.element();
            arrive(depth, element, new Place(place.holder(), owner, i), visitor);
        }
    }

    private void arrive(int depth, Value value, Place place, Visitor visitor) {
        if (depth == segments.size() - 1) {
            visitor.visit(value, place);
        } else if (value instanceof Fields fields) {
            visit(depth + 1, new Place(fields, place.element(), place.index()), visitor);
        }
    }

    @Override
    public String toString() {
        return String.join(".", segments);
    }
}
