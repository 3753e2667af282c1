package io.hostpulse.common.export;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Records of one stream as rows of RFC 4180: {@code timestamp}, {@code sequence}, {@code state} and {@code reason} first, then the
 * payload's fields by their path. What was not measured is an empty field, and the reason says why. Pure; not thread-safe.
 */
public final class CsvForm {

    /** The columns that every row begins with. */
    public static final List<String> FIRST = List.of("timestamp", "sequence", "state", "reason");

    private static final String END = "\r\n";
    private static final String REASON = "reason";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]|^\\s|\\s$");

    /** What spreadsheets take for the beginning of a formula, or pass over before one; those of East Asia know wide signs, too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final CsvStyle style;
    private final PayloadReader payloads = new PayloadReader();
    private final PayloadWriter json = new PayloadWriter();

    /**
     * Chooses a style.
     *
     * @param style how records become rows
     */
    public CsvForm(CsvStyle style) {
        this.style = style;
    }

    /**
     * Takes a record apart.
     *
     * @param record any record
     * @return its values by column, in order, as they stand in the row; a payload that is no JSON makes it a record of state
     *     {@code failed}
     */
    public Map<String, String> cells(ExportRecord record) {
        try {
            return cells(record, payloads.read(record.payload().getBytes(StandardCharsets.UTF_8)));
        } catch (RecordFormatException e) {
            return start(record, "failed", e.getMessage());
        }
    }

    private Map<String, String> cells(ExportRecord record, Fields payload) {
        String state = record.kind().name().toLowerCase(Locale.ROOT);
        if (record.kind() != RecordKind.OK) {
            return start(record, state, payload.get(REASON).map(this::scalar).orElse("no reason given"));
        }
        Map<String, String> cells = start(record, state, missing(payload));
        payload.values().forEach((name, value) -> {
            if (!name.equals(PayloadWriter.MISSING)) {
                put(cells, name, value);
            }
        });
        return cells;
    }

    private Map<String, String> start(ExportRecord record, String state, String reason) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("timestamp", Rfc3339.format(record.sampleTime()));
        cells.put("sequence", Long.toString(record.sequence()));
        cells.put("state", state);
        cells.put(REASON, inert(reason));
        return cells;
    }

    private static String missing(Fields payload) {
        return payload.get(PayloadWriter.MISSING).filter(Fields.class::isInstance).stream()
                .flatMap(reasons -> ((Fields) reasons).values().entrySet().stream())
                .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String plain(Value value) {
        return value instanceof Value.Text text ? text.value() : "";
    }

    private void put(Map<String, String> cells, String path, Value value) {
        if (value instanceof Fields fields) {
            fields.values().forEach((name, child) -> put(cells, path + "." + name, child));
        } else if (value instanceof Value.Sequence sequence && style.lists() == CsvStyle.Lists.COLUMNS) {
            List<? extends Value> values = sequence.values();
            for (int i = 0; i < values.size(); i++) {
                put(cells, path + "[" + i + "]", values.get(i));
            }
        } else {
            // A field named like one of the first columns must not replace it.
            cells.put(inert(FIRST.contains(path) ? "data." + path : path), scalar(value));
        }
    }

    private String scalar(Value value) {
        if (value instanceof Value.Missing) {
            return "";
        }
        return value instanceof Value.Text text ? inert(text.value()) : json.text(value);
    }

    private String inert(String text) {
        return style.guardFormulas() ? guarded(text) : text;
    }

    /**
     * Makes a text inert that a spreadsheet would take for a formula.
     *
     * @param text any text
     * @return the same, with an apostrophe before it if need be
     */
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * Writes the row that says that records are missing before a record.
     *
     * @param record a record of which {@link ExportRecord#missing} is not 0
     * @return its values by column
     */
    public static Map<String, String> gap(ExportRecord record) {
        long last = record.sequence() - 1;
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("timestamp", "");
        cells.put("sequence", Long.toString(last));
        cells.put("state", "missing");
        cells.put(REASON, "records " + (last - record.missing() + 1) + " to " + last + " are missing");
        return cells;
    }

    /**
     * Adds columns that are not there yet.
     *
     * @param columns the columns so far, in order
     * @param more what a row needs
     * @return all of them; the same ones in the same order first
     */
    public static List<String> union(List<String> columns, Collection<String> more) {
        if (columns.containsAll(more)) {
            return columns;
        }
        List<String> all = new ArrayList<>(columns);
        more.stream().filter(name -> !columns.contains(name)).forEach(all::add);
        return all;
    }

    /**
     * Writes a header.
     *
     * @param columns the columns
     * @return one row
     */
    public static String header(List<String> columns) {
        return columns.stream().map(CsvForm::quoted).collect(Collectors.joining(",", "", END));
    }

    /**
     * Writes a row.
     *
     * @param columns the columns of the file
     * @param cells the values by column; a column without one stays empty
     * @return one row
     */
    public static String row(List<String> columns, Map<String, String> cells) {
        return columns.stream()
                .map(column -> quoted(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(",", "", END));
    }

    private static String quoted(String cell) {
        return NEEDS_QUOTES.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
