package io.hostpulse.broker;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What docs/PROTOCOL.md tells clients to do with differences. */
final class Folding {

    private Folding() {}

    static Fields fold(Fields state, Fields message) {
        Fields folded = state;
        if (message.get("removed").orElse(null) instanceof Value.Sequence ways) {
            for (Value way : ways.values()) {
                folded = without(folded, ((Value.Sequence) way).values());
            }
        }
        Map<String, Value> changed = new LinkedHashMap<>(message.values());
        changed.keySet().removeAll(List.of("delta", "removed"));
        return merged(folded, new Fields(changed));
    }

    private static Fields without(Fields object, List<? extends Value> way) {
        Map<String, Value> values = new LinkedHashMap<>(object.values());
        String name = ((Value.Text) way.get(0)).value();
        if (way.size() == 1) {
            values.remove(name);
        } else {
            values.put(name, without((Fields) values.get(name), way.subList(1, way.size())));
        }
        return new Fields(values);
    }

    private static Fields merged(Fields known, Fields changed) {
        Map<String, Value> values = new LinkedHashMap<>(known.values());
        changed.values().forEach((name, value) -> {
            boolean both = value instanceof Fields && values.get(name) instanceof Fields;
            values.put(name, both ? merged((Fields) values.get(name), (Fields) value) : value);
        });
        return new Fields(values);
    }
}
