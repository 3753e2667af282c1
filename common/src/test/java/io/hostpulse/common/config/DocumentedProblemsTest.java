package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/CONFIG.md shows as the output for a bad configuration is the output. */
class DocumentedProblemsTest {

    private static final String YAML = """
            broker:
              host: 127.0.0.1
              prot: 8765
              interval: 5x
            sources:
              disk:
                interval: 10ms
                enabled: maybe

            lamps: 3
            logging:
              max_files: 3
              level: wran
              max_files: 4
            """;

    @TempDir
    Path directory;

    @Test
    void thePageShowsTheRealOutput() {
        Sample sample = Sample.in(directory)
                .file(YAML)
                .flags("logging.max_file_size=10")
                .variable("HOSTPULSE_BROKER_PROT", "1");
        assertThat(Documented.text("docs/CONFIG.md"))
                .contains("```\n" + String.join("\n", sample.problems(DocumentedProblemsTest::readAll)) + "\n```");
    }

    @Test
    void thePageShowsARealSyntaxError() {
        List<String> problems = Sample.in(directory)
                .file("broker:\n  host: [127.0.0.1\n  port: 8765\n")
                .problems(root -> {});
        assertThat(Documented.text("docs/CONFIG.md")).contains("```\n" + String.join("\n", problems) + "\n```");
    }

    private static void readAll(ConfigNode root) {
        DataSettings.read(root.section("data"));
        QueueSettings.read(root.section("queues"));
        LoggingSettings.read(root.section("logging"));
        SourceSettings.read("disk", root.section("sources").section("disk"), Duration.ofSeconds(5));
        ConfigNode broker = root.section("broker");
        broker.text("host", "127.0.0.1");
        broker.whole("port", 8765, 0, 65535);
        broker.duration("interval", Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofHours(1));
    }
}
