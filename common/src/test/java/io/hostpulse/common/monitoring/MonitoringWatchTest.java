package io.hostpulse.common.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collector follows the file; the clock is the test's. */
class MonitoringWatchTest {

    private static final long SECOND = 1_000_000_000;
    private static final Stop ANN = new Stop("ann", 7 * SECOND, "");

    @TempDir
    private Path root;

    private MonitoringFile file;
    private MonitoringWatch disk;

    @BeforeEach
    void open() {
        file = new MonitoringFile(root.resolve("monitoring.json"));
        disk = new MonitoringWatch(file, new StreamName("disk"));
    }

    @Test
    void findsWhatIsWrittenWithinASecond() throws Exception {
        assertThat(disk.at(10 * SECOND)).isEmpty();
        file.write(Monitoring.ON.stop(List.of("disk"), ANN));
        assertThat(disk.at(11 * SECOND - 1)).isEmpty();
        assertThat(disk.at(11 * SECOND)).contains(ANN);
        file.write(Monitoring.ON);
        assertThat(disk.at(12 * SECOND)).isEmpty();
    }

    @Test
    void knowsItAtOnceAfterARestart() throws Exception {
        file.write(Monitoring.ON.stop(ANN));
        assertThat(disk.at(10 * SECOND)).contains(ANN);
    }

    @Test
    void looksAgainWhenTheClockWasSetBack() throws Exception {
        assertThat(disk.at(1_000_000 * SECOND)).isEmpty();
        file.write(Monitoring.ON.stop(ANN));
        assertThat(disk.at(10 * SECOND)).contains(ANN);
    }

    @Test
    void changesNothingForAFileThatCannotBeRead() throws Exception {
        file.write(Monitoring.ON.stop(ANN));
        assertThat(disk.at(10 * SECOND)).contains(ANN);
        Files.writeString(file.path(), "{\"streams\":{\"disk\":true}}");
        assertThat(disk.at(11 * SECOND)).contains(ANN);
        assertThatThrownBy(file::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("monitoring.json cannot be read")
                .hasMessageEndingWith("without that file, everything is measured");
        Files.delete(file.path());
        assertThat(disk.at(12 * SECOND)).isEmpty();
    }

    @Test
    void looksAgainAtAFileThatCouldNotBeReadTheFirstTime() throws Exception {
        String whole = "{\"streams\":{\"disk\":{\"by\":\"ann\",\"since\":\"1970-01-01T00:00:07.000000Z\"}}}";
        FileTime written = FileTime.from(Instant.EPOCH);
        Files.writeString(file.path(), whole.replace('}', ']'));
        Files.setLastModifiedTime(file.path(), written);
        assertThat(disk.at(10 * SECOND)).isEmpty();
        Files.writeString(file.path(), whole);
        Files.setLastModifiedTime(file.path(), written);
        assertThat(disk.at(11 * SECOND)).contains(ANN);
    }

    @Test
    void measuresWhenThereWasNeverAFileThatCouldBeRead() throws Exception {
        Files.writeString(file.path(), "no JSON");
        assertThat(disk.at(10 * SECOND)).isEmpty();
    }
}
