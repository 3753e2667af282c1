package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who brings a file of another monitor along is told what to write here. */
class FamiliarKeysTest {

    private static final String ADVICE = "an expression is not run here: ask a URL with a source of type http, run a"
            + " program with type command, let a program leave a file for type textfile, or write a plugin"
            + " (docs/PLUGINS.md)";

    @TempDir
    Path directory;

    @Test
    void sectionsWithOtherNamesAreExplained() {
        String yaml = "data_sources:\n  - {name: a, type: api_endpoint}\nthreshold_rules: []\n";
        assertThat(Sample.in(directory).file(yaml).problems(root -> {}))
                .containsExactly(
                        "config.yaml:1: data_sources: unknown key; what is measured stands under 'sources' here, each"
                                + " with its name as the key; an api_endpoint is of type http",
                        "config.yaml:3: threshold_rules: unknown key; a threshold is no part of what is measured;"
                                + " 'sources' says only what is");
    }

    @Test
    void anExpressionIsRefusedWhereverItStands() {
        String yaml = """
                custom_metrics:
                  database_connections:
                    function: "lambda: get_database_connection_count()"
                sources:
                  memory:
                    function: "lambda: 1"
                """;
        assertThat(Sample.in(directory).file(yaml).problems(root -> root.section("sources")
                        .section("memory")
                        .flag("enabled", true)))
                .containsExactly(
                        "config.yaml:1: custom_metrics: unknown key; a measurement of your own stands under 'sources'"
                                + " here, with type http, command or textfile",
                        "config.yaml:3: custom_metrics.database_connections.function: " + ADVICE,
                        "config.yaml:6: sources.memory.function: " + ADVICE);
    }

    @Test
    void anExpressionInASourceOfNoKnownTypeIsRefusedByItsReader() {
        Sample sample = Sample.in(directory).file("connections: {type: custom, function: \"lambda: 1\"}\n");
        assertThat(sample.problems(root -> {
                    SourceSettings.refuseExpression(root.section("connections"));
                    root.skip("connections");
                }))
                .containsExactly("config.yaml:1: connections.function: " + ADVICE);
    }

    @Test
    void aDeadlineCanBeAskedForAlone() {
        ConfigNode node = Sample.in(directory).flags("interval=30s").root();
        assertThat(SourceSettings.deadlineOf(node, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(30));
    }
}
