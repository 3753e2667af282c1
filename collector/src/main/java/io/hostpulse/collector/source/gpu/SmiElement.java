package io.hostpulse.collector.source.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One element of what nvidia-smi writes.
 *
 * @param name its name
 * @param attributes its attributes
 * @param text its own text, without blanks around it
 * @param children the elements in it
 */
record SmiElement(String name, Map<String, String> attributes, String text, List<SmiElement> children) {

    SmiElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    List<SmiElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The first text along any of the paths, in which {@code /} goes down; names changed from driver to driver. */
    Optional<String> first(String... paths) {
        for (String path : paths) {
            List<SmiElement> found = List.of(this);
            for (String step : path.split("/", -1)) {
                List<SmiElement> next = new ArrayList<>();
                found.forEach(element -> next.addAll(element.children(step)));
                found = next;
            }
            if (!found.isEmpty()) {
                return Optional.of(found.get(0).text);
            }
        }
        return Optional.empty();
    }
}
