package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.exposition.ExpositionText;
import io.hostpulse.collector.source.exposition.SeriesFields;
import io.hostpulse.collector.source.json.JsonMetrics;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Turns what a program wrote into {@code values}.
 *
 * @param format how it is written
 * @param metrics which values of JSON are wanted
 */
record CommandOutput(OutputFormat format, JsonMetrics metrics) {

    private static final int MAX_SERIES = 1_000;

    /** What no key and value looks like: a comment with a meaning, or labels. */
    private static final Pattern EXPOSITION = Pattern.compile("(?m)^(?:# (?:HELP|TYPE) |[A-Za-z_:][A-Za-z0-9_:]*\\{)");

    void add(Fields.Builder fields, byte[] output) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(output))
                    .toString();
            add(fields, output, text);
        } catch (CharacterCodingException e) {
            metrics.addMissing(fields, "the output is not in UTF-8");
        } catch (IOException e) {
            metrics.addMissing(fields, "the output has no values: " + e.getMessage());
        }
    }

    private void add(Fields.Builder fields, byte[] output, String text) throws IOException {
        switch (format == OutputFormat.AUTO ? found(text) : format) {
            case JSON -> metrics.add(fields, output);
            case PROMETHEUS -> SeriesFields.add(fields, ExpositionText.parse(output, MAX_SERIES));
            default -> fields.put(JsonMetrics.VALUES, KeyValueText.parse(text));
        }
    }

    private OutputFormat found(String text) {
        String start = text.stripLeading();
        if (metrics.areNamed() || start.startsWith("{") || start.startsWith("[")) {
            return OutputFormat.JSON;
        }
        return EXPOSITION.matcher(text).find() ? OutputFormat.PROMETHEUS : OutputFormat.KEYVALUE;
    }
}
