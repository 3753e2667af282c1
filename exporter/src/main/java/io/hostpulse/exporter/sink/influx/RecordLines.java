package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.exporter.sink.point.Point;
import io.hostpulse.exporter.sink.point.Points;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes lines of records. Each record is a point of the measurement that is called like its stream, with its {@code sequence} and
 * {@code state}; each element of its lists is a point of {@code STREAM_LIST}. Belongs to one thread.
 */
final class RecordLines {

    private static final String SEQUENCE = "sequence";
    private static final String STATE = "state";
    private static final String MISSING_BEFORE = "missing_before";
    private static final String LEFT_OUT = "left_out";

    /** A field of the source that is called so must not replace ours. */
    private static final Set<String> OURS = Set.of(SEQUENCE, STATE, MISSING_BEFORE, LEFT_OUT);

    private final PayloadReader payloads = new PayloadReader();
    private final Map<String, String> machine;
    private final KnownSeries known;

    RecordLines(String machine, KnownSeries known) {
        this.machine = Map.of("host", machine);
        this.known = known;
    }

    /**
     * Makes the lines of some records.
     *
     * @throws io.hostpulse.common.codec.RecordFormatException when a payload is no JSON object
     */
    byte[] of(List<ExportRecord> records) {
        LineProtocol lines = new LineProtocol();
        records.forEach(record -> write(record, lines));
        return lines.text().getBytes(StandardCharsets.UTF_8);
    }

    private void write(ExportRecord record, LineProtocol lines) {
        String stream = record.stream().value();
        Fields payload = payloads.read(record.payload().getBytes(StandardCharsets.UTF_8));
        List<Point> points = Points.in(stream, payload);
        Map<String, Value> own = own(record);
        points.get(0).fields().forEach((name, value) -> put(record, own, name, value));
        long leftOut = points.stream()
                .skip(1)
                .filter(point -> !write(record, point, lines))
                .count();
        if (leftOut > 0) {
            own.put(LEFT_OUT, new Value.Whole(leftOut));
        }
        lines.point(stream, machine, own, record.sampleTime());
    }

    private static Map<String, Value> own(ExportRecord record) {
        Map<String, Value> own = new LinkedHashMap<>();
        own.put(SEQUENCE, new Value.Whole(record.sequence()));
        own.put(STATE, new Value.Text(record.kind().name().toLowerCase(Locale.ROOT)));
        if (record.missing() > 0) {
            own.put(MISSING_BEFORE, new Value.Whole(record.missing()));
        }
        return own;
    }

    /** The state of a record without data stands in its payload as well. */
    private static void put(ExportRecord record, Map<String, Value> own, String name, Value value) {
        if (!OURS.contains(name)) {
            own.put(name, value);
        } else if (record.kind() == RecordKind.OK) {
            own.put("data." + name, value);
        }
    }

    private boolean write(ExportRecord record, Point point, LineProtocol lines) {
        String measurement = record.stream() + "_" + point.list();
        if (!known.admits(measurement, point.labels())) {
            return false;
        }
        Map<String, String> tags = new LinkedHashMap<>(point.labels());
        tags.putAll(machine);
        lines.point(measurement, tags, point.fields(), record.sampleTime());
        return true;
    }
}
