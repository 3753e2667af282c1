package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.text.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules tried on a data directory that was written in half an hour of its own time. */
class RulesCommandTest {

    private static final long BEGIN = Rfc3339.parse("2026-01-02T10:00:00Z");
    private static final Duration HALF_SECOND = Duration.ofMillis(500);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final long STEP = HALF_SECOND.toNanos();
    private static final long MINUTE = 60 * Recorder.SECOND;
    private static final String CONFIGURED = "notifications: {file: {type: file, resolved: true}}\n";

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private DataDirectory data;
    private Path config;

    @BeforeEach
    void prepare() throws IOException {
        data = new DataDirectory(root.resolve("data"));
        data.create();
        config = Files.writeString(root.resolve("config.yaml"), CONFIGURED);
    }

    @Test
    void alertsThatFiredReallyAreTheSame() {
        record(30, true);
        assertThat(run("test", "--last", "29m", "--json")).isZero();
        Fields report = json();
        assertThat(names(report, "alerts")).containsExactly("memory", "processor", "stale", "memory");
        assertThat(names(report, "differences")).isEmpty();
        assertThat(text(report, "summary"))
                .contains("same=4", "other=0", "only_replayed=0", "only_real=0")
                .contains("notifications=" + number(report, "summary", "notifications_real"));
        assertThat(number(report, "summary", "notifications_real")).isGreaterThan(4);
    }

    @Test
    void showsTheSameEveryTime() {
        record(30, true);
        run("test", "--json");
        String first = out.toString();
        out.getBuffer().setLength(0);
        run("test", "--json");
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void aPartOfThePeriodKnowsWhatWasOnAtItsBeginning() {
        record(30, true);
        assertThat(run("test", "--from", "2026-01-02T10:14:00Z", "--to", "2026-01-02T10:16:00Z", "--json"))
                .isZero();
        Fields report = json();
        assertThat(names(report, "alerts")).containsExactly("memory");
        assertThat(text(report, "summary")).contains("same=1", "only_replayed=0", "only_real=0");
    }

    @Test
    void otherRulesRaiseOtherAlerts() throws IOException {
        record(30, true);
        Path rules = Files.writeString(
                root.resolve("rules.yaml"),
                "alerts: {rules: {memory: {warning: 40, critical: 99}, processor: {enabled: false}}}\n");
        assertThat(run("test", "--rules", rules.toString())).isZero();
        assertThat(out.toString())
                .contains("From 2026-01-02 10:00:00 UTC")
                .containsPattern("10:00:00 UTC +memory +- +WARNING +30 m 0 s +95 % +still on")
                .containsPattern("file +firing +memory")
                .containsPattern("processor +- +WARNING +only in reality")
                .containsPattern("(?m)^1 the same, 1 different, 0 only in the replay, 2 only in reality; ");
    }

    @Test
    void aWholeConfigurationIsAFileOfRules() throws IOException {
        record(2, false);
        Path other = Files.writeString(
                root.resolve("other.yaml"),
                "broker: {port: 70000}\nalerts: {rules: {memory: {warning: 40}}}\nnotifications: {wall: {type: file}}\n");
        assertThat(run("test", "--rules", other.toString())).isZero();
        assertThat(out.toString()).containsPattern("wall +firing +memory").doesNotContain("file ");
    }

    @Test
    void tellsAllThatIsWrongWithAFileOfRules() throws IOException {
        Path rules = Files.writeString(root.resolve("rules.yaml"), """
                alerts:
                  rules:
                    memory:
                      warnin: 40
                    mine:
                      metric: memory.used
                      condition: more
                """);
        assertThat(run("test", "--rules", rules.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("rules.yaml:4: alerts.rules.memory.warnin: unknown key; did you mean 'warning'?")
                .contains("alerts.rules.mine.condition")
                .contains("a rule needs a threshold");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wantsASectionOfAlerts() throws IOException {
        Path rules = Files.writeString(root.resolve("rules.yaml"), "rules: {memory: {warning: 40}}\n");
        assertThat(run("test", "--rules", rules.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("has no section 'alerts'");
    }

    @Test
    void saysWhatTheDataCouldNotTell() throws IOException {
        try (Recorder recorder = new Recorder(data, BEGIN)) {
            recorder.record("disk", FIVE_SECONDS, "{\"mounts\":[]}");
            play(recorder, 2);
            recorder.goOn(3 * MINUTE);
            play(recorder, 1);
        }
        Path rules = Files.writeString(
                root.resolve("rules.yaml"), "alerts: {rules: {lamps: {metric: lamps.bright, warning: 1}}}\n");
        assertThat(run("test", "--rules", rules.toString())).isZero();
        assertThat(out.toString())
                .contains("- nothing is recorded before 2026-01-02T10:00:00.000000Z, and rules look back further")
                .contains(
                        "- nothing at all was recorded from 2026-01-02T10:02:00.000000Z to 2026-01-02T10:05:00.500000Z")
                .contains("- memory: no records from 2026-01-02T10:02:00.000000Z to 2026-01-02T10:05:00.500000Z")
                .contains("- disk: no records from 2026-01-02T10:00:00.000000Z to 2026-01-02T10:06:00.000000Z");
    }

    @Test
    void aStreamThatBeginsInThePeriodWasNotLateBefore() {
        try (Recorder recorder = new Recorder(data, BEGIN)) {
            play(recorder, 5);
            for (int i = 0; i < 120; i++) {
                recorder.goOn(STEP);
                recorder.record("memory", HALF_SECOND, "{\"percentage\":50}");
                recorder.record("shop", HALF_SECOND, "{\"up\":true}");
            }
        }
        assertThat(run("test")).isZero();
        assertThat(out.toString()).contains("Alerts that would have been raised: none");
    }

    @Test
    void aStreamThatSaysThatItHasNoDataIsHeard() {
        try (Recorder recorder = new Recorder(data, BEGIN)) {
            for (int i = 0; i < 600; i++) {
                recorder.goOn(STEP);
                recorder.append("memory", HALF_SECOND, RecordKind.FAILED, "{\"reason\":\"no permission\"}");
            }
        }
        assertThat(run("test", "--json")).isZero();
        assertThat(names(json(), "alerts")).contains("no_data");
    }

    @Test
    void aDirectoryWithoutRecordsIsNamed() {
        assertThat(run("test")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing is recorded in " + data.queues());
    }

    @Test
    void listsRulesAndWhatIsOn() {
        record(30, true);
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .containsPattern("memory +memory.percentage +greater_than +- +80.0% +90.0% +- +1 firing")
                .containsPattern("processor +processor.usage_percent +greater_than +- +80.0% +95.0% +30 s +ok")
                .containsPattern("stale +\\* +stale +- +\\d+ intervals");
    }

    @Test
    void listsForPrograms() {
        assertThat(run("list", "--json")).isZero();
        assertThat(names(json(), "rules")).isNotEmpty();
        assertThat(out.toString())
                .contains("{\"name\":\"memory\",\"metric\":\"memory.percentage\",\"condition\":\"greater_than\"")
                .contains("\"thresholds\":{\"WARNING\":80.0,\"CRITICAL\":90.0}");
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: hostpulse rules list");
    }

    /** Memory is high from 12 to 15, the processor from 18 to 19, the disk is silent from 20 to 23, memory high again from 29 on. */
    private void record(int minutes, boolean watched) {
        try (Recorder recorder = new Recorder(data, BEGIN)) {
            recorder.record("memory", HALF_SECOND, "{\"percentage\":50}");
            RecordedAlerter alerter = watched ? alerter(recorder) : null;
            for (int step = 0; step < minutes * 120; step++) {
                if (watched && step == 13 * 120) {
                    alerter.close();
                    alerter = alerter(recorder);
                }
                step(recorder, step);
                if (watched) {
                    alerter.turn();
                }
            }
            if (watched) {
                alerter.close();
            }
        }
    }

    private RecordedAlerter alerter(Recorder recorder) {
        Config loaded = Config.load(new ConfigSources(Optional.of(config), List.of(), Map.of(), root.toAbsolutePath()));
        return new RecordedAlerter(data, recorder, loaded.root());
    }

    private static void step(Recorder recorder, int step) {
        recorder.goOn(STEP);
        double minute = step / 120.0;
        boolean high = (minute >= 12 && minute < 15) || minute >= 29;
        double memory = high ? (minute < 13.5 ? 85.5 : minute < 16 ? 95 : 85) : 50;
        recorder.record("memory", HALF_SECOND, "{\"percentage\":" + memory + "}");
        double usage = minute >= 18 && minute < 19 ? 88.5 : 20;
        recorder.record("processor", HALF_SECOND, "{\"usage_percent\":" + usage + "}");
        if (step % 10 == 0 && (minute < 20 || minute >= 23)) {
            recorder.record("disk", FIVE_SECONDS, "{\"mounts\":[]}");
        }
    }

    private static void play(Recorder recorder, int minutes) {
        for (int i = 0; i < minutes * 120; i++) {
            recorder.goOn(STEP);
            recorder.record("memory", HALF_SECOND, "{\"percentage\":50}");
        }
    }

    private int run(String... arguments) {
        return new RulesCommand(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Style.PLAIN,
                        false,
                        Optional.of(config),
                        Optional.of(data.root()),
                        Map.of("HOSTPULSE_BROKER_PORT", "1"),
                        () -> BEGIN + 60 * MINUTE,
                        ZoneOffset.UTC)
                .run(arguments);
    }

    private Fields json() {
        return new PayloadReader().read(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(Fields report, String list) {
        return ((Value.Sequence) report.get(list).orElseThrow())
                .values().stream()
                        .map(one -> (Fields) one)
                        .map(one -> one.get("rule").or(() -> one.get("name")).orElseThrow())
                        .map(one -> ((Value.Text) one).value())
                        .toList();
    }

    private static String text(Fields report, String name) {
        return ((Fields) report.get(name).orElseThrow())
                .values().entrySet().stream()
                        .map(one -> one.getKey() + "=" + ((Value.Whole) one.getValue()).value())
                        .collect(Collectors.joining(" "));
    }

    private static long number(Fields report, String section, String name) {
        return ((Value.Whole)
                        ((Fields) report.get(section).orElseThrow()).get(name).orElseThrow())
                .value();
    }
}
