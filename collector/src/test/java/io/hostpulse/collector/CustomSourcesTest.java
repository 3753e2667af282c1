package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.common.config.ConfigCheck;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.plugin.PluginsSection;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.PluginJars;
import io.hostpulse.testkit.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's own sources as he meets them: in a configuration, at its check, and as real collectors. */
@Timeout(180)
class CustomSourcesTest {

    @TempDir
    Path folder;

    @Test
    void runsThePluginOfThePage() throws Exception {
        plugins().makeOfThePage("spool.jar", "SpoolSourceType");
        Path broken = plugins().noJar("broken.jar");
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Files.writeString(spool.resolve("one"), "12345");
        write(PluginJars.fromThePage("yaml", "mail_queue").replace("/var/spool/postfix/deferred", spool.toString()));
        assertThat(check()).isEmpty();
        try (RunningCollector collector = RunningCollector.start(folder, "mail_queue")) {
            assertThat(collector.firstRecord()).isEqualTo("OK {\"files\":1,\"largest_bytes\":5}");
            assertThat(collector.end()).isZero();
            assertThat(collector.output()).contains("WARN", "the plugin " + broken + " was left out: ");
        }
    }

    @Test
    void checksTheOptionsOfAPlugin() throws Exception {
        plugins().makeOfThePage("spool.jar", "SpoolSourceType");
        write("sources:\n  mail: {type: spool, limit: 0, colour: red}\n");
        assertThat(check())
                .containsExactly(
                        "config.yaml:2: sources.mail.limit: '0' is out of range: it must be from 1 to 1000000",
                        "config.yaml:2: sources.mail.colour: unknown key; known here: type, interval, deadline, enabled,"
                                + " max_age, max_size, directory, limit");
    }

    @Test
    void aBrokenPluginStopsOnlyWhoNeedsIt() throws Exception {
        Path broken = plugins().noJar("spool.jar");
        write("sources:\n  mail: {type: spool, limit: 5}\n");
        assertThat(check())
                .singleElement()
                .asString()
                .contains(
                        "config.yaml:2: sources.mail.type: there is no source type 'spool'; known are processor, ",
                        "; the plugin " + broken + " was left out: ");
        try (RunningCollector memory = RunningCollector.start(folder, "memory")) {
            assertThat(memory.firstRecord()).startsWith("OK {\"total\":");
        }
        try (RunningCollector mail = RunningCollector.start(folder, "mail")) {
            assertThat(mail.awaitEnd()).isEqualTo(2);
            assertThat(mail.output()).contains("there is no source type 'spool'");
        }
    }

    @Test
    void aBrokenPluginThatNobodyNeedsIsANote() throws Exception {
        Path broken = plugins().noJar("spool.jar");
        write("data: {directory: data}\n");
        assertThat(new ConfigCheck(List.of(new SourcesSection())).notes(ConfigSources.in(folder)))
                .singleElement()
                .asString()
                .startsWith("the plugin " + broken + " was left out: it is no jar: ");
    }

    @Test
    void explainsTypesOfOtherMonitorsAndExpressions() throws Exception {
        write("""
                sources:
                  api: {type: api_endpoint, source: "http://example.org", interval: 30s}
                  connections:
                    type: custom
                    function: "lambda: get_database_connection_count()"
                """);
        assertThat(check())
                .satisfiesExactly(
                        api -> assertThat(api)
                                .startsWith("config.yaml:2: sources.api.type: there is no source type 'api_endpoint'")
                                .endsWith("; it is 'http' here, with the address as 'url'"),
                        type -> assertThat(type).startsWith("config.yaml:4: sources.connections.type: "),
                        function -> assertThat(function)
                                .startsWith(
                                        "config.yaml:5: sources.connections.function: an expression is not run here: ask"
                                                + " a URL with a source of type http"));
    }

    /** What stands commented out in the shipped file is right as soon as its comment signs are gone. */
    @Test
    void theExamplesOfTheShippedFileWork() throws Exception {
        String shipped = Files.readString(Path.of("../config.yaml"));
        int start = shipped.indexOf("  # orders_api:");
        int end = shipped.indexOf("\n\n# ", start);
        String examples = shipped.substring(start, end).replaceAll("(?m)^  # ?", "  ");
        write("sources:\n" + examples + "\n");
        assertThat(check()).isEmpty();
        for (String type : List.of("http", "command", "textfile")) {
            assertThat(examples).contains("type: " + type);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "command", "textfile"})
    void everyOptionIsInTheShippedFileAndOnThePage(String type) throws Exception {
        String shipped = Files.readString(Path.of("../config.yaml"));
        String page = Files.readString(Path.of("../docs/CONFIG.md"));
        Options options = Options.of();
        SourceTypes.named(type).orElseThrow().configure(options.node());
        assertThat(options.config().asked()).isNotEmpty().allSatisfy(path -> {
            String key = path.substring(path.indexOf('.') + 1);
            assertThat(page)
                    .containsAnyOf("`sources.NAME." + key + "`", "`sources.NAME." + key.replace("_file", "") + "`");
            assertThat(shipped).contains(key);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: http", "type: command", "type: textfile"})
    void theExamplesForOperatorsWork(String type) throws Exception {
        String operations = Files.readString(Path.of("../docs/OPERATIONS.md"));
        int at = operations.indexOf(type);
        int start = operations.lastIndexOf("```yaml\n", at) + 8;
        write(operations.substring(start, operations.indexOf("```", at)));
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoProgramBehindHoweverItEnds(boolean inOrder) throws Exception {
        assumeTrue(Platform.current() == Platform.LINUX);
        assumeTrue(inOrder || Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is not installed");
        Path pid = folder.resolve("pid");
        write("sources:\n  slow:\n    type: command\n    command: [sh, -c, \"echo $$ > " + pid
                + "; exec sleep 600\"]\n");
        try (RunningCollector collector = RunningCollector.start(folder, "slow")) {
            Await.until(
                    "its number",
                    () -> Files.exists(pid) && Files.readString(pid).endsWith("\n"));
            String program = Files.readString(pid);
            if (inOrder) {
                assertThat(collector.end()).isZero();
                assertThat(RunningProcess.is(program)).isFalse();
            } else {
                collector.kill();
                Await.until("the program has ended", () -> !RunningProcess.is(program));
            }
        }
    }

    private PluginJars plugins() {
        return new PluginJars(folder.resolve("plugins"), SourceType.class);
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), yaml);
    }

    private List<String> check() {
        ConfigCheck check = new ConfigCheck(List.of(new PluginsSection(), new SourcesSection()));
        return check.problems(ConfigSources.in(folder)).stream()
                .map(Problem::toString)
                .toList();
    }
}
