package io.hostpulse.broker.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has changed from one object to another. Objects are compared member by member; everything else, lists too, is taken as a
 * whole. Whoever has the first gets the second by deleting what was removed, and then putting in what changed: object into object, all
 * other values in the place of the old ones.
 *
 * @param changed the members that are new or different, in objects as far as those have something in common
 * @param removed the ways to members that are gone, each a list of names from the outside
 */
public record Delta(JsonNode.Members changed, List<List<String>> removed) {

    /**
     * Compares two objects.
     *
     * @param before the one that is known
     * @param after the one to get to
     * @return the difference
     */
    public static Delta between(JsonNode.Members before, JsonNode.Members after) {
        List<List<String>> removed = new ArrayList<>();
        return new Delta(compare(before, after, List.of(), removed), removed);
    }

    private static JsonNode.Members compare(
            JsonNode.Members before, JsonNode.Members after, List<String> way, List<List<String>> removed) {
        Map<String, JsonNode> changed = new LinkedHashMap<>();
        after.members().forEach((name, now) -> {
            JsonNode old = before.members().get(name);
            if (old instanceof JsonNode.Members oldObject && now instanceof JsonNode.Members newObject) {
                JsonNode.Members inside = compare(oldObject, newObject, longer(way, name), removed);
                if (!inside.members().isEmpty()) {
                    changed.put(name, inside);
                }
            } else if (!now.equals(old)) {
                changed.put(name, now);
            }
        });
        for (String name : before.members().keySet()) {
            if (!after.members().containsKey(name)) {
                removed.add(longer(way, name));
            }
        }
        return new JsonNode.Members(changed);
    }

    private static List<String> longer(List<String> way, String name) {
        List<String> longer = new ArrayList<>(way);
        longer.add(name);
        return List.copyOf(longer);
    }
}
