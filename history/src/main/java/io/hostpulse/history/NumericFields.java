package io.hostpulse.history;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.ElementNames;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;

/**
 * Finds the numbers in a snapshot. Yes and no are 1 and 0; texts, and values that are missing, are no numbers. Lists of
 * programs are left out: what comes and goes with a process id is no series, and {@link ProcessTable} keeps it.
 */
final class NumericFields {

    /** Hostpulse's own processes stay, under their names. */
    private static final String OWN_PROCESSES = "pipeline";

    /** A name from the machine can be of any length. */
    private static final int LONGEST_PATH = 300;

    /** Takes what is found. */
    @FunctionalInterface
    interface Sink {
        void number(String path, double value);
    }

    private final boolean keepsPrograms;

    NumericFields(String stream) {
        this.keepsPrograms = stream.equals(OWN_PROCESSES);
    }

    void find(Fields fields, Sink sink) {
        find("", fields, sink);
    }

    private void find(String path, Value value, Sink sink) {
        if (value instanceof Value.Whole whole) {
            sink.number(path, whole.value());
        } else if (value instanceof Value.Real real) {
            sink.number(path, real.value());
        } else if (value instanceof Value.Flag flag) {
            sink.number(path, flag.value() ? 1 : 0);
        } else if (value instanceof Fields fields) {
            children(path, fields, sink);
        } else if (value instanceof Value.Sequence sequence) {
            elements(path, sequence.values(), sink);
        }
    }

    private void children(String path, Fields fields, Sink sink) {
        for (Map.Entry<String, Value> entry : fields.values().entrySet()) {
            // At the top stand the reasons of what is missing.
            if (!path.isEmpty()) {
                find(limited(path + "." + entry.getKey()), entry.getValue(), sink);
            } else if (!entry.getKey().equals(PayloadWriter.MISSING)) {
                find(limited(entry.getKey()), entry.getValue(), sink);
            }
        }
    }

    private void elements(String path, List<? extends Value> elements, Sink sink) {
        if (elements.isEmpty() || (!keepsPrograms && arePrograms(elements))) {
            return;
        }
        List<String> names = ElementNames.of(elements);
        for (int i = 0; i < elements.size(); i++) {
            find(limited(path + "[" + names.get(i) + "]"), elements.get(i), sink);
        }
    }

    private static boolean arePrograms(List<? extends Value> elements) {
        return elements.get(0) instanceof Fields fields && fields.get("pid").isPresent();
    }

    private static String limited(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
