package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sink of files remembers: it changes as a whole, and what it says is true of the files.
 *
 * @param seen the newest record of each stream that is in a file or was passed over
 * @param buckets the interval of which each stream's newest written record is
 * @param parts the unfinished files by the row they belong to
 * @param columns the columns that a row of files has had so far
 * @param names the newest name that a row of files was given, which is not given again when somebody takes the file away
 */
record FileState(
        Map<String, Long> seen,
        Map<String, Long> buckets,
        Map<String, PartState> parts,
        Map<String, List<String>> columns,
        Map<String, String> names) {

    static final FileState EMPTY = new FileState(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    FileState {
        seen = Map.copyOf(seen);
        buckets = Map.copyOf(buckets);
        parts = Map.copyOf(parts);
        columns = Map.copyOf(columns);
        names = Map.copyOf(names);
    }

    Fields fields() {
        Fields.Builder open = Fields.builder();
        new TreeMap<>(parts).forEach((series, part) -> open.put(series, fields(part)));
        Fields.Builder headers = Fields.builder();
        new TreeMap<>(columns).forEach((series, names) -> headers.put(series, texts(names)));
        Fields.Builder given = Fields.builder();
        new TreeMap<>(names).forEach(given::put);
        return Fields.builder()
                .put("seen", numbers(seen))
                .put("buckets", numbers(buckets))
                .put("parts", open.build())
                .put("columns", headers.build())
                .put("names", given.build())
                .build();
    }

    private static Fields fields(PartState part) {
        return Fields.builder()
                .put("name", part.name())
                .put("length", part.length())
                .put("records", part.records())
                .put("begun", part.begun())
                .put("columns", texts(part.columns()))
                .build();
    }

    private static List<Value.Text> texts(List<String> names) {
        return names.stream().map(Value.Text::new).toList();
    }

    private static Fields numbers(Map<String, Long> numbers) {
        Fields.Builder fields = Fields.builder();
        new TreeMap<>(numbers).forEach((name, number) -> fields.put(name, number.longValue()));
        return fields.build();
    }

    static FileState parse(Fields fields) {
        try {
            Map<String, PartState> parts = new TreeMap<>();
            object(fields, "parts").forEach((series, part) -> parts.put(series, part((Fields) part)));
            Map<String, List<String>> columns = new TreeMap<>();
            object(fields, "columns").forEach((series, names) -> columns.put(series, texts(names)));
            Map<String, String> names = new TreeMap<>();
            object(fields, "names").forEach((series, name) -> names.put(series, text(name)));
            return new FileState(numbers(fields, "seen"), numbers(fields, "buckets"), parts, columns, names);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw new RecordFormatException("no memory of files: " + e.getMessage());
        }
    }

    private static PartState part(Fields fields) {
        return new PartState(
                text(value(fields, "name")),
                whole(value(fields, "length")),
                whole(value(fields, "records")),
                whole(value(fields, "begun")),
                texts(value(fields, "columns")));
    }

    private static Map<String, Long> numbers(Fields fields, String name) {
        Map<String, Long> numbers = new TreeMap<>();
        object(fields, name).forEach((key, value) -> numbers.put(key, whole(value)));
        return numbers;
    }

    private static Map<String, Value> object(Fields fields, String name) {
        return ((Fields) value(fields, name)).values();
    }

    private static Value value(Fields fields, String name) {
        return fields.get(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
    }

    private static long whole(Value value) {
        return ((Value.Whole) value).value();
    }

    private static String text(Value value) {
        return ((Value.Text) value).value();
    }

    private static List<String> texts(Value list) {
        return ((Value.Sequence) list).values().stream().map(FileState::text).toList();
    }
}
