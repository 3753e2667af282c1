package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.model.Value;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes points in InfluxDB's line protocol, with nanoseconds. Every number is written as a float: a field keeps the type of its first
 * value for ever, and 12 today is 12.5 tomorrow. Not thread-safe.
 */
final class LineProtocol {

    /** InfluxDB takes 64 KB, and nobody draws a text. */
    private static final int LONGEST_TEXT = 4096;

    /** A tag or field of this name is refused or dropped: it is what the time itself is called. */
    private static final String TIME = "time";

    private static final String IN_MEASUREMENT = ", ";
    private static final String IN_KEY = ",= ";

    private final StringBuilder out = new StringBuilder(4096);

    /**
     * Writes one line, or none without a field.
     *
     * @param measurement what was measured
     * @param tags what it was measured of; an empty value is left out, since there are none in this format
     * @param fields its values; what is missing, and lists, are left out
     * @param epochNanos when
     */
    void point(String measurement, Map<String, String> tags, Map<String, Value> fields, long epochNanos) {
        int start = out.length();
        // What begins with '#' is a comment.
        name(measurement.startsWith("#") ? "_" + measurement.substring(1) : measurement, IN_MEASUREMENT);
        new TreeMap<>(tags).forEach(this::tag);
        int head = out.length();
        fields.forEach((key, value) -> field(key, value, out.length() == head ? ' ' : ','));
        if (out.length() == head) {
            out.setLength(start);
        } else {
            out.append(' ').append(epochNanos).append('\n');
        }
    }

    private void tag(String key, String value) {
        if (!value.isEmpty() && !key.isEmpty()) {
            out.append(',');
            name(key.equals(TIME) ? TIME + '_' : key, IN_KEY);
            out.append('=');
            name(value, IN_KEY);
        }
    }

    private void field(String key, Value value, char before) {
        if (key.isEmpty() || value instanceof Value.Missing || isNested(value)) {
            return;
        }
        out.append(before);
        name(key.equals(TIME) ? TIME + '_' : key, IN_KEY);
        out.append('=');
        if (value instanceof Value.Whole whole) {
            out.append(whole.value());
        } else if (value instanceof Value.Real real) {
            out.append(real.value());
        } else if (value instanceof Value.Flag flag) {
            out.append(flag.value());
        } else {
            quoted(((Value.Text) value).value());
        }
    }

    private static boolean isNested(Value value) {
        return !(value instanceof Value.Whole
                || value instanceof Value.Real
                || value instanceof Value.Flag
                || value instanceof Value.Text);
    }

    /**
     * A backslash makes the next character ordinary and cannot itself be made so. One before a character that matters, or at the end
     * as in {@code C:\}, would swallow what follows, so it becomes a slash. A line end has no form at all and becomes a blank.
     */
    private void name(String text, String special) {
        for (int i = 0; i < text.length(); i++) {
            char c = Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i);
            if (c == '\\' && (i + 1 == text.length() || swallows(text.charAt(i + 1)))) {
                c = '/';
            }
            if (special.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** Whether a backslash before it has a meaning in any place. */
    private static boolean swallows(char next) {
        return next == '\\' || next == '"' || Character.isISOControl(next) || IN_KEY.indexOf(next) >= 0;
    }

    private void quoted(String text) {
        int end = Math.min(text.length(), LONGEST_TEXT);
        out.append('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c == '\0' ? ' ' : c);
        }
        out.append('"');
    }

    /** All lines so far. */
    String text() {
        return out.toString();
    }
}
