package io.hostpulse.exporter.sink.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.ExportRecord;
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
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSinkTest extends SinkContract {

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return Options.read("interval: 0, max_records: 7", new CsvSinkType()).open(surroundings);
    }

    @Override
    protected List<String> stored() throws IOException {
        return new ExportedFiles(surroundings().exports()).csvKeys();
    }

    @Override
    protected void breakOtherEnd() throws IOException {
        new MovedAway(surroundings().exports()).breakIt();
    }

    @Override
    protected void mendOtherEnd() throws IOException {
        new MovedAway(surroundings().exports()).mend();
    }

    private List<String> textsOf(ExportRecord... records) throws IOException {
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(new Batch(List.of(records)))).isEqualTo(SinkOutcome.WRITTEN);
            sink.flush();
        }
        return new ExportedFiles(surroundings().exports())
                .finished().stream().map(ExportedFiles::text).toList();
    }

    @Test
    void hasAFileForEachStream() throws IOException {
        textsOf(Records.record("memory", 1), Records.record("disk", 1));
        assertThat(new ExportedFiles(surroundings().exports()).names())
                .containsExactlyInAnyOrder("disk_20250103.csv", "memory_20250103.csv");
    }

    @Test
    void saysWhyThereIsNoData() throws IOException {
        assertThat(textsOf(
                        Records.with(
                                Records.record("gpu", 1),
                                "{\"count\":1,\"fan\":null,\"missing\":{\"fan\":\"not reported\"}}"),
                        Records.withoutData("gpu", 2, "asleep"),
                        Records.afterGap(Records.with(Records.record("gpu", 6), "{\"count\":2,\"fan\":3}"), 3)))
                .containsExactly("timestamp,sequence,state,reason,count,fan\r\n"
                        + "2025-01-03T10:15:30.500000Z,1,ok,fan: not reported,1,\r\n"
                        + "2025-01-03T10:15:31.000000Z,2,unavailable,asleep,,\r\n"
                        + ",5,missing,records 3 to 5 are missing,,\r\n"
                        + "2025-01-03T10:15:33.000000Z,6,ok,,2,3\r\n");
    }

    @Test
    void beginsAFileForANewColumnAndNoneForOneThatIsLeftOut() throws IOException {
        assertThat(textsOf(
                        Records.with(Records.record("m", 1), "{\"a\":1}"),
                        Records.with(Records.record("m", 2), "{\"a\":1,\"b\":{\"c\":2}}"),
                        Records.with(Records.record("m", 3), "{\"a\":1}"),
                        Records.with(Records.record("m", 4), "{\"b\":{\"c\":3}}")))
                .containsExactly(
                        "timestamp,sequence,state,reason,a\r\n2025-01-03T10:15:30.500000Z,1,ok,,1\r\n",
                        "timestamp,sequence,state,reason,a,b.c\r\n"
                                + "2025-01-03T10:15:31.000000Z,2,ok,,1,2\r\n"
                                + "2025-01-03T10:15:31.500000Z,3,ok,,1,\r\n"
                                + "2025-01-03T10:15:32.000000Z,4,ok,,,3\r\n");
        assertThat(new ExportedFiles(surroundings().exports()).names())
                .containsExactly("m_20250103.csv", "m_20250103_2.csv");
    }
}
