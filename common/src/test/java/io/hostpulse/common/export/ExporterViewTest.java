package io.hostpulse.common.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterViewTest {

    private static final long NOW = 1_735_899_330_000_000_000L;

    @TempDir
    Path root;

    private DataDirectory data;

    @BeforeEach
    void prepare() throws IOException {
        data = new DataDirectory(root);
        data.create();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        SinkView sink = new SinkView(
                "json",
                "json",
                SinkView.State.CATCHING_UP,
                5,
                1,
                2,
                3,
                40,
                61.5,
                10.25,
                NOW - 1000,
                0.5,
                "a \"b\"",
                NOW,
                NOW + 1000,
                OptionalLong.of(26_214_400));
        ExporterView view = new ExporterView(NOW, 42, List.of(sink));
        view.writeTo(data);
        assertThat(ExporterView.read(data)).contains(view);
    }

    @Test
    void isAbsentWhereNoExporterRan() throws IOException {
        assertThat(ExporterView.read(data)).isEmpty();
    }

    @Test
    void isAbsentWhenAnotherVersionWroteSomethingElse() throws IOException {
        Files.writeString(data.run().resolve("exporter.json"), "{\"timestamp\":\"2025-01-03T10:15:30Z\",\"pid\":1}");
        assertThat(ExporterView.read(data)).isEmpty();
    }

    @Test
    void carriesARequestAndItsAnswer() throws IOException {
        ExportNow now = ExportNow.of(data, "json");
        assertThat(now.take()).isEmpty();
        now.ask("word");
        assertThat(now.take()).contains("word");
        assertThat(now.take()).isEmpty();
        assertThat(now.answerTo("word")).isEmpty();
        now.answer("word", "written");
        assertThat(now.answerTo("another")).isEmpty();
        assertThat(now.answerTo("word")).contains("written");
    }
}
