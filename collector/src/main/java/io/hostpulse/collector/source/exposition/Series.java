package io.hostpulse.collector.source.exposition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number with its name and labels. Two are the same series when name and labels are equal, in whatever order the labels
 * were written.
 *
 * @param name what was measured
 * @param labels of what it was measured; may be empty
 * @param value the number; may be NaN or infinite
 */
public record Series(String name, SortedMap<String, String> labels, double value) {

    /** Copies the labels. */
    public Series {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /**
     * Names it as the format does.
     *
     * @return for example {@code requests{code="200"}}; labels are not escaped
     */
    public String id() {
        if (labels.isEmpty()) {
            return name;
        }
        StringBuilder id = new StringBuilder(name).append('{');
        labels.forEach((label, text) -> id.append(id.charAt(id.length() - 1) == '{' ? "" : ",")
                .append(label)
                .append("=\"")
                .append(text)
                .append('"'));
        return id.append('}').toString();
    }
}
