package io.hostpulse.common.export;

import io.hostpulse.common.codec.Rfc3339;
import java.util.Locale;

/**
 * A record as JSON: {@code stream}, {@code sequence}, {@code timestamp}, {@code kind} and {@code data}, and {@code missing_before}
 * when records before it are gone. The payload is spliced in as it lies in the queue. Pure.
 */
public final class JsonForm {

    private JsonForm() {}

    /**
     * Writes a record in one line.
     *
     * @param record any record
     * @return one JSON object without a line break in or behind it
     */
    public static String line(ExportRecord record) {
        StringBuilder line = new StringBuilder(record.size() + 64)
                .append("{\"stream\":\"")
                .append(record.stream())
                .append("\",\"sequence\":")
                .append(record.sequence())
                .append(",\"timestamp\":\"")
                .append(Rfc3339.format(record.sampleTime()))
                .append("\",\"kind\":\"")
                .append(record.kind().name().toLowerCase(Locale.ROOT))
                .append('"');
        if (record.missing() > 0) {
            line.append(",\"missing_before\":").append(record.missing());
        }
        return line.append(",\"data\":")
                .append(oneLine(record.payload()))
                .append('}')
                .toString();
    }

    // In JSON a raw line break can only stand between two tokens, where a blank does as well.
    private static String oneLine(String payload) {
        return payload.replace('\n', ' ').replace('\r', ' ');
    }

    /**
     * Writes a record over several lines, one value each.
     *
     * @param record any record
     * @return one JSON object without a line break behind it
     */
    public static String pretty(ExportRecord record) {
        return pretty(line(record));
    }

    /**
     * Lays JSON out over several lines, one value each.
     *
     * @param json valid JSON without line breaks
     * @return the same without a line break behind it
     */
    public static String pretty(String json) {
        return new Indented(json).text();
    }
}
