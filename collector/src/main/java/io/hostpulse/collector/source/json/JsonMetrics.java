package io.hostpulse.collector.source.json;

import io.hostpulse.common.codec.JsonDocumentReader;
import io.hostpulse.common.codec.MalformedJsonException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The option {@code metrics}: which values of a JSON document are wanted, and how they are called. Without it, every number
 * and every yes or no at the top of the document is taken. The values go under {@value #VALUES}, whether there are any or not,
 * so that a path to them means the same at every read. Immutable.
 */
public final class JsonMetrics {

    /** The field under which the values stand. */
    public static final String VALUES = "values";

    /** How many values are taken, at most, and how many may be configured. */
    public static final int MAX_VALUES = 200;

    private static final String OPTION = "metrics";
    private static final String IGNORED = "ignored";

    private final Map<String, JsonPath> paths;
    private final JsonDocumentReader reader = new JsonDocumentReader();

    private JsonMetrics(Map<String, JsonPath> paths) {
        this.paths = paths;
    }

    /**
     * Reads the option.
     *
     * @param options the section of a source
     * @return what is wanted; what is wrong was reported
     */
    public static JsonMetrics from(ConfigNode options) {
        Map<String, JsonPath> paths = new LinkedHashMap<>();
        ConfigNode wanted = options.section(OPTION);
        for (String name : wanted.keys()) {
            String path = wanted.text(name, "$");
            if (!MetricNames.isValid(name)) {
                wanted.problem(name, "not a name for a value: use " + MetricNames.FORM);
            } else if (paths.size() >= MAX_VALUES) {
                wanted.problem(name, "more than " + MAX_VALUES + " values");
            } else {
                add(paths, wanted, name, path);
            }
        }
        return new JsonMetrics(paths);
    }

    private static void add(Map<String, JsonPath> paths, ConfigNode wanted, String name, String path) {
        try {
            paths.put(name, JsonPathText.parse(path));
        } catch (IllegalArgumentException e) {
            wanted.problem(name, e.getMessage());
        }
    }

    /**
     * Tells whether single values are wanted.
     *
     * @return whether the option was written
     */
    public boolean areNamed() {
        return !paths.isEmpty();
    }

    /**
     * Adds what a document holds.
     *
     * @param fields where to add it
     * @param document the JSON
     */
    public void add(Fields.Builder fields, byte[] document) {
        try {
            Value root = reader.read(document);
            if (areNamed()) {
                fields.put(VALUES, named(root));
            } else {
                addFlat(fields, root);
            }
        } catch (MalformedJsonException e) {
            addMissing(fields, e.getMessage());
        }
    }

    /**
     * Adds that there is no document.
     *
     * @param fields where to add it
     * @param reason why
     */
    public void addMissing(Fields.Builder fields, String reason) {
        if (!areNamed()) {
            fields.missing(VALUES, reason);
            return;
        }
        Fields.Builder values = Fields.builder();
        paths.keySet().forEach(name -> values.missing(name, reason));
        fields.put(VALUES, values.build());
    }

    private Fields named(Value root) {
        Fields.Builder values = Fields.builder();
        paths.forEach((name, path) -> values.put(name, path.in(root)));
        return values.build();
    }

    private static void addFlat(Fields.Builder fields, Value root) {
        if (!(root instanceof Fields object)) {
            fields.missing(VALUES, "the JSON is no object: say with 'metrics' which values are wanted");
            return;
        }
        Map<String, Value> taken = new LinkedHashMap<>();
        object.values().forEach((name, value) -> {
            if (taken.size() < MAX_VALUES && MetricNames.isValid(name) && isMeasured(value)) {
                taken.put(name, value);
            }
        });
        fields.put(VALUES, new Fields(taken));
        fields.put(IGNORED, object.values().size() - taken.size());
    }

    // A null is a number that is not there just now.
    private static boolean isMeasured(Value value) {
        return value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Flag
                || value instanceof Value.Missing;
    }
}
