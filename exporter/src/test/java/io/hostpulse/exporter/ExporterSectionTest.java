package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.host.BatchLimits;
import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.host.Start;
import io.hostpulse.exporter.host.StreamFilter;
import io.hostpulse.exporter.prometheus.PrometheusOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExporterSectionTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A key that is commented out, as {@code #   key: value} is below {@code # name:}. */
    private static final Pattern COMMENTED = Pattern.compile("(?m)^    # (\\w|  )");

    private static List<ConfiguredSink> read(String yaml) {
        return read(Options.load(yaml));
    }

    private static List<ConfiguredSink> read(Config config) {
        List<ConfiguredSink> sinks = ExporterSection.sinks(config.root().section("exporter"), SinkTypes.OWN);
        ExporterSection.prometheus(config.root().section("exporter"));
        config.finish();
        return sinks;
    }

    private static List<String> problems(String yaml) {
        try {
            read(yaml);
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Object::toString).toList();
        }
    }

    @Test
    void noSinkIsThereUnlessItIsAskedFor() {
        assertThat(read("")).isEmpty();
    }

    @Test
    void theHistoryIsThereUnlessItIsSwitchedOff() {
        assertThat(BuiltInHistory.read(Options.load("").root()).settings())
                .isEqualTo(new SinkSettings(
                        "history",
                        "history",
                        true,
                        new StreamFilter(List.of("*", "!control-*")),
                        Start.BEGINNING,
                        new BatchLimits(1000, 1 << 20, Duration.ofSeconds(5))));
        SinkSettings changed = BuiltInHistory.read(Options.load("history: { enabled: false, commit_interval: 20s }")
                        .root())
                .settings();
        assertThat(changed.enabled()).isFalse();
        assertThat(changed.limits().delay()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void noOtherSinkIsInTheWayOfTheHistory() {
        assertThat(problems("""
                        exporter:
                          sinks:
                            history: { type: json }
                            mine: { type: history }
                        """)).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("it has a section of its own"));
    }

    @Test
    void sinksHaveTheirDefaults() {
        assertThat(read("exporter:\n  sinks:\n    json: {}\n").get(0).settings())
                .isEqualTo(new SinkSettings(
                        "json",
                        "json",
                        true,
                        new StreamFilter(List.of()),
                        Start.NOW,
                        new BatchLimits(1000, 1 << 20, Duration.ofSeconds(5))));
    }

    @Test
    void thereIsNoPageUnlessItIsAskedForAndThenOnlyThisMachineSeesIt() {
        PrometheusOptions options =
                ExporterSection.prometheus(Options.load("").root().section("exporter"));
        assertThat(options).isEqualTo(new PrometheusOptions(false, "127.0.0.1", 9765, 2000));
    }

    @Test
    void theFileThatIsShippedHasThePagesDefaults() throws IOException {
        Config shipped = Options.load(Files.readString(ROOT.resolve("config.yaml")));
        assertThat(ExporterSection.prometheus(shipped.root().section("exporter")))
                .isEqualTo(ExporterSection.prometheus(Options.load("").root().section("exporter")));
    }

    @Test
    void aCheckKnowsEveryKey() {
        Config config = Options.load("exporter: { prometheus: { enabled: true }, sinks: { json: { zone: UTC } } }");
        new ExporterSection().readFrom(config.root());
        assertThatCode(config::finish).doesNotThrowAnyException();
    }

    @Test
    void everyCommonKeyIsRead() {
        assertThat(read("""
                        exporter:
                          sinks:
                            raw:
                              type: csv
                              enabled: false
                              streams: [memory, "disk*"]
                              start: 2h
                              batch_records: 50
                              batch_size: 64KB
                              batch_delay: 1s
                        """).get(0).settings())
                .isEqualTo(new SinkSettings(
                        "raw",
                        "csv",
                        false,
                        new StreamFilter(List.of("memory", "disk*")),
                        new Start("2h"),
                        new BatchLimits(50, 64 << 10, Duration.ofSeconds(1))));
    }

    @Test
    void allProblemsAreSaidAtOnce() {
        assertThat(problems("""
                        exporter:
                          sinks:
                            Bad Name: { type: json }
                            a: { type: jsn }
                            b: { type: csv, start: soon, streams: [Memory], style: pretty }
                            c: { type: json, batch_records: 0, max_age: 2d, compress: zip }
                        """))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("Bad Name: not a name for a sink"),
                        line -> assertThat(line)
                                .contains("a.type: there is no type of sink 'jsn'; did you mean 'json'?"),
                        line -> assertThat(line).contains("b.start: write beginning, now"),
                        line -> assertThat(line).contains("b.streams: 'Memory' fits no stream"),
                        line -> assertThat(line).contains("b.style: unknown key"),
                        line -> assertThat(line).contains("c.batch_records"),
                        line -> assertThat(line).contains("c.compress: is not one of none, gzip or zstd"),
                        line -> assertThat(line).contains("c.max_age"));
    }

    /** What is commented out in the file is what is in force without it. */
    @Test
    void theFileThatIsShippedShowsEveryKeyWithItsDefault() throws IOException {
        String shipped = Files.readString(ROOT.resolve("config.yaml"));
        String section = shipped.substring(shipped.indexOf("\nexporter:") + 1);
        String sinks = secretsInline(
                COMMENTED.matcher(section.substring(0, end(section))).replaceAll("    $1"));
        Config config = Options.load(sinks);
        List<ConfiguredSink> found = read(config);
        assertThat(found.stream().map(sink -> sink.settings().type()).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(SinkTypes.OWN.names()));
        for (ConfiguredSink sink : found) {
            String type = sink.settings().type();
            assertThat(sink.settings())
                    .isEqualTo(read("exporter:\n  sinks:\n    " + type + ": {}\n")
                            .get(0)
                            .settings());
        }
        String page = Files.readString(ROOT.resolve("docs/CONFIG.md"));
        List<String> asked = config.asked().stream()
                .filter(path -> !path.endsWith("_file") || path.endsWith("ca_file"))
                .toList();
        assertThat(asked.stream().map(ExporterSectionTest::generic).distinct())
                .allSatisfy(path -> assertThat(page).contains("`" + path + "`"));
        assertThat(asked.stream().map(path -> path.substring(path.lastIndexOf('.') + 1)))
                .allSatisfy(key -> assertThat(section).containsPattern("(?m)^ +(?:#  +)?" + key + "(_file)?:"));
    }

    /** The files that the examples name are on nobody's machine. */
    private static String secretsInline(String yaml) {
        return yaml.replaceAll("(?m)^( +)(\\w+)_file: /run/secrets/.*$", "$1$2: secret")
                .replaceAll("(?m)^ +ca_file: .*$", "")
                .replace("username: \"\"", "username: me");
    }

    private static int end(String section) {
        Matcher matcher = Pattern.compile("(?m)^[a-z]").matcher(section);
        return matcher.find(1) ? matcher.start() : section.length();
    }

    private static String generic(String path) {
        return path.replaceAll("^exporter\\.sinks\\.(?:postgres|mysql)\\.", "exporter.sinks.NAME.")
                .replaceAll(
                        "^exporter\\.sinks\\.\\w+\\.(type|enabled|streams|start|batch_\\w+|directory|compress|max_(?:size|records|age|files)|interval|zone)$",
                        "exporter.sinks.NAME.$1");
    }
}
