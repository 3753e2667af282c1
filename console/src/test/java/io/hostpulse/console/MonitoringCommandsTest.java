package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.console.fixture.JournalFixture;
import io.hostpulse.console.fixture.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringCommandsTest {

    @TempDir
    private Path root;

    private ConsoleFixture console;
    private JournalFixture journal;
    private MonitoringFile file;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
        console.properties.put("user.name", "ada");
        journal = new JournalFixture(console.data);
        file = MonitoringFile.in(console.data.data());
        console.proc.process(45, "java io.hostpulse.alerter.AlerterMain");
        console.data.mark("alerter", 45, ProcessState.RUNNING, console.data.now());
        journal.view(Views.empty(console.data.now()));
    }

    private void alerterAnswers(String refusal) {
        console.pause = moment -> {
            console.data.step(Duration.ofMillis(50));
            journal.answer(refusal, "");
        };
    }

    private Fields order() {
        assertThat(journal.orders()).hasSize(1);
        return journal.orders().get(0);
    }

    @Test
    void asksForSomeStreamsWithAReason() {
        alerterAnswers("");
        assertThat(console.run("monitoring", "stop", "disk", "gpu", "-m", "new cables"))
                .isZero();
        assertThat(console.out()).isEqualTo("disk, gpu are not measured any more\n");
        assertThat(order().get("action")).contains(new Value.Text("stop_monitoring"));
        assertThat(order().get("by")).contains(new Value.Text("ada"));
        assertThat(order().get("arguments"))
                .contains(Fields.builder()
                        .put("streams", List.of(new Value.Text("disk"), new Value.Text("gpu")))
                        .put("comment", "new cables")
                        .build());
    }

    @Test
    void meansEverythingWithoutAName() {
        alerterAnswers("");
        assertThat(console.run("monitoring", "start")).isZero();
        assertThat(console.out()).isEqualTo("everything is measured again\n");
        assertThat(order().get("action")).contains(new Value.Text("start_monitoring"));
        assertThat(order().get("arguments")).contains(Fields.NONE);
    }

    @Test
    void saysWhyItIsRefused() {
        alerterAnswers("there is no stream 'dsik'");
        assertThat(console.run("monitoring", "stop", "dsik")).isEqualTo(1);
        assertThat(console.err()).contains("'monitoring stop dsik' was refused: there is no stream 'dsik'");
    }

    @Test
    void showsWhatIsStoppedAndByWhom() throws IOException {
        assertThat(console.run("monitoring")).isZero();
        assertThat(console.out()).isEqualTo("everything is measured\n");
        Stop ann = new Stop("ann", 1_735_905_600_000_000_000L, "new \u001b[31mcables");
        file.write(Monitoring.ON
                .stop(List.of("disk"), ann)
                .stop(new Stop("bob", 1_735_905_600_000_000_000L, ""))
                .start(List.of("gpu")));
        console.run("monitoring");
        assertThat(console.out())
                .endsWith("everything but gpu: stopped by bob at 2025-01-03T12:00:00.000000Z\n"
                        + "disk: stopped by ann at 2025-01-03T12:00:00.000000Z: new \\u001b[31mcables\n");
        console.run("monitoring", "--json");
        assertThat(console.out()).contains("{\"everything\":{\"by\":\"bob\",", "\"except\":[\"gpu\"]");
    }

    @Test
    void endsWithOneWhenTheFileCannotBeRead() throws IOException {
        Files.writeString(file.path(), "{\"everything\":7}");
        assertThat(console.run("monitoring")).isEqualTo(1);
        assertThat(console.err()).contains("monitoring.json cannot be read");
    }
}
