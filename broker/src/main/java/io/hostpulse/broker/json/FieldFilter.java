package io.hostpulse.broker.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes from a snapshot what some paths lead to. The reasons for values that are missing come with them. Elements of a list keep their
 * places; those in which nothing is found become empty objects. Immutable.
 */
public final class FieldFilter {

    /** Where a payload keeps the reasons for its nulls, by path. */
    private static final String REASONS = "missing";

    private final List<FieldPath> paths;

    /**
     * Makes a filter.
     *
     * @param paths what is wanted
     */
    public FieldFilter(List<FieldPath> paths) {
        this.paths = List.copyOf(paths);
    }

    /**
     * Filters a snapshot.
     *
     * @param payload the snapshot
     * @return what is wanted of it, perhaps nothing
     */
    public JsonNode.Members apply(JsonNode.Members payload) {
        JsonNode.Members found = members(payload, paths);
        if (!(payload.members().get(REASONS) instanceof JsonNode.Members reasons)
                || found.members().containsKey(REASONS)) {
            return found;
        }
        Map<String, JsonNode> wanted = new LinkedHashMap<>(reasons.members());
        wanted.keySet().removeIf(key -> paths.stream().noneMatch(path -> path.concerns(key)));
        if (wanted.isEmpty()) {
            return found;
        }
        Map<String, JsonNode> all = new LinkedHashMap<>(found.members());
        all.put(REASONS, new JsonNode.Members(wanted));
        return new JsonNode.Members(all);
    }

    private static JsonNode.Members members(JsonNode.Members object, List<FieldPath> paths) {
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            List<FieldPath> inside = new ArrayList<>();
            for (FieldPath path : paths) {
                if (path.steps().get(0).leadsTo(name)) {
                    inside.add(path.rest());
                }
            }
            keep(kept, name, value, inside);
        });
        return new JsonNode.Members(kept);
    }

    private static void keep(Map<String, JsonNode> kept, String name, JsonNode value, List<FieldPath> inside) {
        if (ends(inside)) {
            kept.put(name, value);
        } else if (!inside.isEmpty() && value instanceof JsonNode.Members object) {
            JsonNode.Members found = members(object, inside);
            if (!found.members().isEmpty()) {
                kept.put(name, found);
            }
        } else if (!inside.isEmpty() && value instanceof JsonNode.Elements list) {
            List<FieldPath> behind = inside.stream()
                    .filter(path -> path.steps().get(0).isElements())
                    .map(FieldPath::rest)
                    .toList();
            if (!behind.isEmpty()) {
                kept.put(name, elements(list, behind));
            }
        } else if (isNull(value) && !inside.isEmpty()) {
            kept.put(name, value); // what should be in there is missing as a whole
        }
    }

    private static JsonNode elements(JsonNode.Elements list, List<FieldPath> paths) {
        return ends(paths)
                ? list
                : new JsonNode.Elements(list.elements().stream()
                        .map(element -> element(element, paths))
                        .toList());
    }

    private static JsonNode element(JsonNode element, List<FieldPath> paths) {
        return element instanceof JsonNode.Members object ? members(object, paths) : new JsonNode.Members(Map.of());
    }

    private static boolean ends(List<FieldPath> paths) {
        return paths.stream().anyMatch(path -> path.steps().isEmpty());
    }

    private static boolean isNull(JsonNode value) {
        return value instanceof JsonNode.Plain plain && plain.source()[plain.from()] == 'n';
    }
}
