package io.hostpulse.alerter.rule.metric;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Glob;
import java.util.List;
import java.util.Map;

/** Follows one path through snapshots. Remembers names of dimensions between them; not thread-safe. */
public final class MetricReader {

    /** What tells the elements of a list apart unless a rule says otherwise: the first that fits. */
    public static final List<String> USUAL_IDENTITIES = List.of("name", "path", "device", "uuid", "id", "label");

    private static final Value ABSENT = new Value.Missing("not in the snapshot");

    private final Segment[] segments;
    private final Identities identities;
    private final Dimensions dimensions = new Dimensions();

    /**
     * Prepares to follow a path.
     *
     * @param path the path
     * @param by fields that may tell elements of a list apart; the first wins that all elements have and no two share
     */
    public MetricReader(MetricPath path, List<String> by) {
        this.segments = path.segments().toArray(Segment[]::new);
        this.identities = new Identities(by);
    }

    /**
     * Finds all values that the path leads to. An element without the last field has a missing value.
     *
     * @param snapshot the stream's fields
     * @param sink takes them in their order
     * @return how much of the way there was
     */
    public Coverage read(Fields snapshot, ValueSink sink) {
        return follow(0, "", snapshot, snapshot, sink);
    }

    private Coverage follow(int step, String dimension, Value value, Fields parent, ValueSink sink) {
        if (step == segments.length) {
            sink.value(dimension, value, parent);
            return Coverage.COMPLETE;
        }
        Segment segment = segments[step];
        if (value instanceof Fields fields && segment instanceof Segment.Key key) {
            return field(step, dimension, fields, key.name(), sink);
        }
        if (value instanceof Fields fields && segment instanceof Segment.Keys keys) {
            return fields(step, dimension, fields, keys.names(), sink);
        }
        if (value instanceof Value.Sequence list && segment instanceof Segment.Elements elements) {
            return elements(step, dimension, list.values(), elements.identities(), sink);
        }
        return value instanceof Value.Missing ? missing(step, dimension, value, parent, sink) : Coverage.ABSENT;
    }

    private Coverage field(int step, String dimension, Fields fields, String name, ValueSink sink) {
        Value child = fields.values().get(name);
        if (child != null) {
            return follow(step + 1, dimension, child, fields, sink);
        }
        // The thing is there, for its dimension is; only its value is not.
        return dimension.isEmpty() ? Coverage.ABSENT : missing(step + 1, dimension, ABSENT, fields, sink);
    }

    // Behind what is missing there may be any number of things, unless the rest of the path leads to one.
    private Coverage missing(int step, String dimension, Value value, Fields parent, ValueSink sink) {
        for (int rest = step; rest < segments.length; rest++) {
            if (segments[rest].isWildcard()) {
                return Coverage.PARTIAL;
            }
        }
        sink.value(dimension, value, parent);
        return Coverage.COMPLETE;
    }

    private Coverage fields(int step, String outer, Fields fields, Glob names, ValueSink sink) {
        Coverage worst = Coverage.COMPLETE;
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            if (names.matches(entry.getKey())) {
                String dimension = dimensions.name(outer, "key", entry.getKey());
                worst = worse(worst, follow(step + 1, dimension, entry.getValue(), fields, sink));
            }
        }
        return worst;
    }

    private Coverage elements(int step, String outer, List<? extends Value> list, Glob wanted, ValueSink sink) {
        Coverage worst = Coverage.COMPLETE;
        String kind = identities.kind(list);
        for (int index = 0; index < list.size(); index++) {
            String identity = identities.of(kind, list, index);
            if (wanted.matches(identity)) {
                String dimension = dimensions.name(outer, kind, identity);
                worst = worse(worst, follow(step + 1, dimension, list.get(index), Fields.NONE, sink));
            }
        }
        return worst;
    }

    // Among several things one without such a field, as a text beside numbers, says nothing about the others.
    private static Coverage worse(Coverage one, Coverage other) {
        return one == Coverage.PARTIAL || other == Coverage.PARTIAL ? Coverage.PARTIAL : Coverage.COMPLETE;
    }
}
