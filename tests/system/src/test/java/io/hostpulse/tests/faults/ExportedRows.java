package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.JsonDocumentReader;
import io.hostpulse.common.codec.MalformedJsonException;
import io.hostpulse.common.export.Compression;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sink has left in its directory, read as strictly as anybody would.
 *
 * @param files the files that have their names
 * @param keys of each row {@code stream/sequence}
 * @param problems what is not whole or not finished
 */
record ExportedRows(List<Path> files, List<String> keys, List<String> problems) {

    static ExportedRows in(Path directory) {
        ExportedRows rows = new ExportedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Stream<Path> all = Files.list(directory)) {
            all.sorted().forEach(rows::read);
        } catch (IOException e) {
            rows.problems().add(directory + " cannot be read: " + e);
        }
        rows.askPrograms();
        return rows;
    }

    private void read(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".part") || name.endsWith(".tmp")) {
            problems.add(name + " was left");
            return;
        }
        files.add(file);
        try {
            String text = text(file);
            if (name.contains(".csv")) {
                String stream = name.replaceFirst("_\\d{8}.*$", "");
                text.lines().skip(1).forEach(line -> keys.add(stream + "/" + line.split(",", -1)[1]));
            } else {
                records(name, text).forEach(record -> keys.add(key(record)));
            }
        } catch (IOException | RuntimeException e) {
            problems.add(name + " is not whole: " + e);
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Compression.ofFile(file.toString()).outOf(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Fields> records(String name, String text) throws MalformedJsonException {
        List<Fields> records = new ArrayList<>();
        if (name.contains(".ndjson")) {
            for (String line : text.lines().toList()) {
                records.add((Fields) parse(line));
            }
            return records;
        }
        ((Value.Sequence) parse(text)).values().forEach(value -> records.add((Fields) value));
        return records;
    }

    private static Value parse(String json) throws MalformedJsonException {
        return new JsonDocumentReader().read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Fields record) {
        return ((Value.Text) record.get("stream").orElseThrow()).value() + "/"
                + ((Value.Whole) record.get("sequence").orElseThrow()).value();
    }

    /** What users have installed must find the files whole, too. */
    private void askPrograms() {
        askProgram("gzip", Compression.GZIP);
        askProgram("zstd", Compression.ZSTD);
    }

    private void askProgram(String program, Compression compression) {
        List<String> command = new ArrayList<>(List.of(program, "-t", "-q"));
        files.stream()
                .map(Path::toString)
                .filter(name -> Compression.ofFile(name) == compression)
                .forEach(command::add);
        boolean isThere = Commands.attempt(program, "--version").isEmpty();
        if (isThere && command.size() > 3) {
            String said = Commands.attempt(command.toArray(String[]::new));
            if (!said.isEmpty()) {
                problems.add(program + " -t: " + said);
            }
        }
    }
}
