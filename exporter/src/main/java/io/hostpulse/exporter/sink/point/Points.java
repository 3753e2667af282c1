package io.hostpulse.exporter.sink.point;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.ElementNames;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the points of a snapshot. Lists of programs are left out, except Hostpulse's own: what comes and goes with a process id would
 * be a new series each time. Used once.
 */
public final class Points {

    /** Hostpulse's own processes are few and have names. */
    private static final String OWN_PROCESSES = "pipeline";

    /** More than any machine has cores. */
    private static final int MOST_ELEMENTS = 4096;

    /** A name from the machine can be of any length. */
    private static final int LONGEST_NAME = 300;

    private final boolean keepsPrograms;
    private final List<Point> found = new ArrayList<>();

    private Points(boolean keepsPrograms) {
        this.keepsPrograms = keepsPrograms;
    }

    /**
     * Takes a snapshot apart.
     *
     * @param stream its stream
     * @param payload its fields
     * @return its points, the one in no list first, which may have no field
     */
    public static List<Point> in(String stream, Fields payload) {
        Points points = new Points(stream.equals(OWN_PROCESSES));
        Map<String, Value> values = new LinkedHashMap<>(payload.values());
        // The reasons of what is missing are no measurements.
        values.remove(PayloadWriter.MISSING);
        points.take("", Map.of(), new Fields(values));
        return points.found;
    }

    private void take(String list, Map<String, String> labels, Value element) {
        int place = found.size();
        Map<String, Value> fields = new LinkedHashMap<>();
        collect(list, "", labels, element, fields);
        if (list.isEmpty() || !fields.isEmpty()) {
            found.add(place, new Point(list, labels, fields));
        }
    }

    private void collect(String list, String path, Map<String, String> labels, Value value, Map<String, Value> fields) {
        if (value instanceof Fields children) {
            children.values()
                    .forEach((name, child) -> collect(list, clipped(joined(path, name)), labels, child, fields));
        } else if (value instanceof Value.Sequence sequence) {
            elements(clipped(joined(list, path)), labels, sequence.values());
        } else if (!(value instanceof Value.Missing)) {
            fields.put(path.isEmpty() ? Point.VALUE : path, value);
        }
    }

    private void elements(String list, Map<String, String> labels, List<? extends Value> elements) {
        if (elements.isEmpty() || (!keepsPrograms && arePrograms(elements)) || areTexts(elements)) {
            return;
        }
        List<String> names = ElementNames.of(elements);
        for (int i = 0; i < Math.min(elements.size(), MOST_ELEMENTS); i++) {
            Map<String, String> deeper = new LinkedHashMap<>(labels);
            deeper.put(LabelName.of(list), clipped(names.get(i)));
            take(list, deeper, elements.get(i));
        }
    }

    private static boolean arePrograms(List<? extends Value> elements) {
        return elements.get(0) instanceof Fields fields && fields.get("pid").isPresent();
    }

    /** What such a list says changes with every word. */
    private static boolean areTexts(List<? extends Value> elements) {
        return elements.get(0) instanceof Value.Text;
    }

    private static String joined(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    private static String clipped(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end);
    }
}
