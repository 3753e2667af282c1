package io.hostpulse.exporter.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.exporter.fixture.ExportedFiles;
import io.hostpulse.exporter.fixture.MovedAway;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSinkTest extends SinkContract {

    private static final String EVERY_RECORD = "interval: 0, compress: true, max_records: 7";

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return open(surroundings, EVERY_RECORD);
    }

    private static Sink open(SinkSurroundings surroundings, String options) {
        return Options.read(options, new JsonSinkType()).open(surroundings);
    }

    private Path directory() {
        return surroundings().exports();
    }

    @Override
    protected List<String> stored() throws IOException {
        return new ExportedFiles(directory()).jsonKeys();
    }

    @Override
    protected void breakOtherEnd() throws IOException {
        new MovedAway(directory()).breakIt();
    }

    @Override
    protected void mendOtherEnd() throws IOException {
        new MovedAway(directory()).mend();
    }

    private String textOf(String options, Batch batch) throws IOException {
        try (Sink sink = open(surroundings(), options)) {
            assertThat(sink.write(batch)).isEqualTo(SinkOutcome.WRITTEN);
            sink.flush();
        }
        return ExportedFiles.text(new ExportedFiles(directory()).finished().get(0));
    }

    @Test
    void writesAListForPeople() throws IOException {
        Batch batch = new Batch(List.of(
                Records.with(
                        Records.record("memory", 1), "{\"total\":16,\"swap\":{},\"list\":[1,[]],\"say\":\"a,{b}\"}"),
                Records.withoutData("gpu", 1, "asleep")));
        assertThat(textOf("interval: 0", batch)).isEqualTo("""
                [
                {
                  "stream": "memory",
                  "sequence": 1,
                  "timestamp": "2025-01-03T10:15:30.500000Z",
                  "kind": "ok",
                  "data": {
                    "total": 16,
                    "swap": {},
                    "list": [
                      1,
                      []
                    ],
                    "say": "a,{b}"
                  }
                },
                {
                  "stream": "gpu",
                  "sequence": 1,
                  "timestamp": "2025-01-03T10:15:30.500000Z",
                  "kind": "unavailable",
                  "data": {
                    "state": "unavailable",
                    "reason": "asleep"
                  }
                }
                ]
                """);
    }

    @Test
    void writesAListWithARecordInEachLine() throws IOException {
        assertThat(textOf("interval: 0, style: array", new Batch(List.of(Records.record("memory", 1)))))
                .isEqualTo("[\n{\"stream\":\"memory\",\"sequence\":1,\"timestamp\":\"2025-01-03T10:15:30.500000Z\","
                        + "\"kind\":\"ok\",\"data\":{\"n\":1}}\n]\n");
    }

    @Test
    void writesLines() throws IOException {
        Batch batch = new Batch(List.of(Records.afterGap(Records.record("memory", 4), 3)));
        assertThat(textOf("interval: 0, style: lines", batch))
                .isEqualTo("{\"stream\":\"memory\",\"sequence\":4,\"timestamp\":\"2025-01-03T10:15:32.000000Z\","
                        + "\"kind\":\"ok\",\"missing_before\":3,\"data\":{\"n\":4}}\n");
        assertThat(new ExportedFiles(directory()).names()).containsExactly("monitoring_20250103.ndjson");
    }

    @Test
    void tellsInTheNameTheDayAndThatItIsCompressed() throws IOException {
        textOf("interval: 0, compress: true, prefix: tower", Records.batch(1, 1));
        assertThat(new ExportedFiles(directory()).names()).containsExactly("tower_20250103.json.gz");
    }

    @Test
    void refusesAPrefixThatIsAPath() {
        assertThat(Options.problems("prefix: ../up", new JsonSinkType()))
                .singleElement()
                .asString()
                .contains("prefix: no beginning for a file name");
    }
}
