package io.hostpulse.collector.source.exposition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads version 0.0.4 of Prometheus' text format, strictly: a text with one mistake is refused as a whole, since nobody can know what
 * else is wrong with it. Times of samples are refused as node_exporter's textfile collector does. One text, one thread.
 */
public final class ExpositionText {

    /**
     * What Go's number parser accepts and its format writes; Java's own would take more, such as {@code 1d}. Nothing in it is tried twice,
     * so that a million digits take no longer than they are.
     */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d{1,9})?|Inf|inf|NaN|nan)");

    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary", "untyped");
    private static final int MAX_LABELS = 64;

    /** Escaped as JSON it may become six times as long, and a record holds 8 MB. */
    private static final int MAX_TEXT = 1 << 20;

    private final int limit;
    private final List<Series> found = new ArrayList<>();
    private final Set<String> measured = new HashSet<>();
    private final Set<String> described = new HashSet<>();
    private final Set<List<Object>> known = new HashSet<>();

    private ExpositionText(int limit) {
        this.limit = limit;
    }

    /**
     * Reads a text.
     *
     * @param text UTF-8
     * @param limit how many series it may have
     * @return its series, in order
     * @throws MalformedExpositionException when it does not have the format, or has more series than that
     */
    public static List<Series> parse(byte[] text, int limit) throws MalformedExpositionException {
        return new ExpositionText(limit).parse(decoded(text));
    }

    private static String decoded(byte[] text) throws MalformedExpositionException {
        if (text.length > MAX_TEXT) {
            throw new MalformedExpositionException(1, "the text is larger than 1 MB");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedExpositionException(1, "the text is not in UTF-8");
        }
    }

    private List<Series> parse(String text) throws MalformedExpositionException {
        int line = 1;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            parse(new LineCursor(text.substring(start, end), line));
            start = end + 1;
            line++;
        }
        if (start < text.length()) {
            throw new MalformedExpositionException(line, "no line end: the text was cut off");
        }
        return List.copyOf(found);
    }

    private void parse(LineCursor line) throws MalformedExpositionException {
        line.skipBlanks();
        if (line.accept('#')) {
            comment(line);
        } else if (!line.atEnd()) {
            add(line, sample(line));
        }
    }

    private void comment(LineCursor line) throws MalformedExpositionException {
        line.skipBlanks();
        String keyword = line.word();
        if (keyword.equals("HELP") || keyword.equals("TYPE")) {
            line.skipBlanks();
            String name = line.name("the name of a metric", true);
            if (!described.add(keyword + " " + name)) {
                throw line.wrong("a second " + keyword + " of " + name);
            }
            if (keyword.equals("TYPE")) {
                type(line, name);
            }
        }
    }

    private void type(LineCursor line, String name) throws MalformedExpositionException {
        if (measured.contains(name)) {
            throw line.wrong("the TYPE of " + name + " stands behind its values");
        }
        line.skipBlanks();
        if (!TYPES.contains(line.word())) {
            throw line.wrong("the TYPE of " + name + " is none of counter, gauge, histogram, summary, untyped");
        }
        line.skipBlanks();
        if (!line.atEnd()) {
            throw line.expected("the end of the line");
        }
    }

    private static Series sample(LineCursor line) throws MalformedExpositionException {
        String name = line.name("the name of a metric", true);
        line.skipBlanks();
        SortedMap<String, String> labels = line.accept('{') ? labels(line) : new TreeMap<>();
        line.skipBlanks();
        double value = value(line);
        line.skipBlanks();
        if (!line.atEnd()) {
            throw line.expected("the end of the line (times are not supported: a value's time is that of the reading)");
        }
        return new Series(name, labels, value);
    }

    private static SortedMap<String, String> labels(LineCursor line) throws MalformedExpositionException {
        SortedMap<String, String> labels = new TreeMap<>();
        line.skipBlanks();
        while (!line.accept('}')) {
            String label = line.name("the name of a label or '}'", false);
            line.skipBlanks();
            line.require('=');
            line.skipBlanks();
            line.require('"');
            if (label.startsWith("__") || labels.put(label, line.quoted()) != null || labels.size() > MAX_LABELS) {
                throw line.wrong("the label '" + label + "' is reserved, is there twice, or is one of more than 64");
            }
            line.skipBlanks();
            if (!line.accept(',')) {
                line.require('}');
                return labels;
            }
            line.skipBlanks();
        }
        return labels;
    }

    private static double value(LineCursor line) throws MalformedExpositionException {
        String number = line.word();
        if (!NUMBER.matcher(number).matches()) {
            throw line.wrong(
                    "expected a number, found '" + (number.length() > 40 ? number.substring(0, 40) : number) + "'");
        }
        String sign = number.startsWith("-") ? "-" : "";
        return switch (number.substring(number.length() - 1)) {
            case "f" -> Double.parseDouble(sign + "Infinity");
            case "N", "n" -> Double.NaN;
            default -> Double.parseDouble(number);
        };
    }

    private void add(LineCursor line, Series series) throws MalformedExpositionException {
        if (!known.add(List.of(series.name(), series.labels()))) {
            throw line.wrong("the series " + series.id() + " is there twice");
        }
        if (found.size() >= limit) {
            throw line.wrong("more than " + limit + " series");
        }
        measured.add(series.name());
        found.add(series);
    }
}
