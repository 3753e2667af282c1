package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.exposition.SeriesFields;
import io.hostpulse.collector.source.json.MetricNames;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of {@code key=value}, {@code key value} or {@code key: value}; empty lines and those that begin with {@code #} are passed over. A
 * value is a number, yes or no ({@code true}, {@code false}) or a text.
 */
final class KeyValueText {

    private static final int MAX_LINES = 1_000;
    private static final int MAX_TEXT = 1_000;

    private static final Pattern LINE = Pattern.compile("([^\\s=]*[^\\s=:])(?:\\s*=\\s*|:\\s+|\\s+)(.*)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern REAL =
            Pattern.compile("[+-]?(?:(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d{1,9})?|(?i:inf|nan))");

    private KeyValueText() {}

    static Fields parse(String text) throws IOException {
        Map<String, Value> values = new LinkedHashMap<>();
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                add(values, stripped, number);
            }
        }
        return new Fields(values);
    }

    private static void add(Map<String, Value> values, String line, int number) throws IOException {
        Matcher pair = LINE.matcher(line);
        if (!pair.matches() || !MetricNames.isValid(pair.group(1))) {
            throw new IOException("line " + number + ": expected key=value, the key of " + MetricNames.FORM);
        }
        if (pair.group(2).length() > MAX_TEXT || values.size() >= MAX_LINES) {
            throw new IOException(
                    "line " + number + ": more than " + MAX_TEXT + " characters or " + MAX_LINES + " values");
        }
        if (values.putIfAbsent(pair.group(1), value(pair.group(2))) != null) {
            throw new IOException("line " + number + ": the key " + pair.group(1) + " is there twice");
        }
    }

    private static Value value(String text) {
        if (WHOLE.matcher(text).matches()) {
            return new Value.Whole(Long.parseLong(text));
        }
        if (REAL.matcher(text).matches()) {
            return SeriesFields.value(real(text));
        }
        if (text.equals("true") || text.equals("false")) {
            return new Value.Flag(text.equals("true"));
        }
        return text.isEmpty() ? new Value.Missing("no value behind the key") : new Value.Text(text);
    }

    private static double real(String text) {
        return switch (Character.toLowerCase(text.charAt(text.length() - 1))) {
            case 'f' -> text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case 'n' -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
