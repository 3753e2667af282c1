package io.hostpulse.exporter.sink.point;

import io.hostpulse.common.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record tells of one thing: of the machine, or of one element of a list.
 *
 * @param list the path of the list, such as {@code mounts}; empty for what is in no list
 * @param labels which element it is, such as {@code mount=/home}; in the order of the lists; empty for what is in no list
 * @param fields numbers, texts and flags by their paths inside the element; nothing that is missing. The value of an element that is
 *     itself a number stands under {@value #VALUE}
 */
public record Point(String list, Map<String, String> labels, Map<String, Value> fields) {

    /** What a value is called that has no name of its own. */
    public static final String VALUE = "value";

    /** Copies both maps and keeps their order. */
    public Point {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Joins the path of a field to that of its list.
     *
     * @param field one of {@link #fields}
     * @return the path as docs/METRICS.md has it, without brackets: {@code mounts.percentage}, {@code per_core_usage}
     */
    public String path(String field) {
        if (list.isEmpty()) {
            return field;
        }
        return field.equals(VALUE) ? list : list + "." + field;
    }
}
