package io.hostpulse.alerter.replay;

import static io.hostpulse.alerter.replay.RecordedAlerts.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.Recorder;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.route.Remembered;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory is high from the second minute on, for ten minutes. */
class PeopleTest {

    private static final long BEGIN = Rfc3339.parse("2026-01-02T10:00:00Z");
    private static final long MINUTE = 60 * Recorder.SECOND;
    private static final long FIRED = BEGIN + 2 * MINUTE;
    private static final AlertKey MEMORY = new AlertKey("memory", "");

    @TempDir
    Path root;

    private DataDirectory data;
    private Recorder recorder;

    @BeforeEach
    void record() throws IOException {
        data = new DataDirectory(root);
        data.create();
        recorder = new Recorder(data, BEGIN);
        for (int second = 0; second <= 12 * 60; second++) {
            String percentage = second < 120 ? "50" : "85";
            recorder.record("memory", Duration.ofSeconds(1), "{\"percentage\":" + percentage + "}");
            recorder.goOn(Recorder.SECOND);
        }
    }

    @AfterEach
    void close() {
        recorder.close();
    }

    @Test
    void aSilenceThatSomebodyMadeHoldsBackTheSame() throws IOException {
        AlertMatcher matcher =
                new AlertMatcher(Map.of(AlertMatcher.Field.RULE, TextPattern.parseAll(List.of("memory"))), Map.of());
        Silence silence = new Silence(
                "lunch",
                Silence.Kind.SILENCE,
                matcher,
                OptionalLong.of(BEGIN + MINUTE),
                OptionalLong.of(BEGIN + 5 * MINUTE),
                Optional.empty(),
                "ann",
                "");
        try (Journal journal = journal()) {
            Remembered made = new Remembered.StoredSilence(silence);
            journal.write(BEGIN + MINUTE, new Entry.Routed(List.of(made), List.of()));
        }
        assertThat(run().sendings()).isNotEmpty().allSatisfy(sending -> assertThat(sending.at())
                .isGreaterThanOrEqualTo(BEGIN + 5 * MINUTE));
    }

    @Test
    void aSilenceThatWasRemovedAgainHoldsBackNothing() throws IOException {
        Silence silence = new Silence(
                "lunch",
                Silence.Kind.SILENCE,
                new AlertMatcher(Map.of(AlertMatcher.Field.RULE, TextPattern.parseAll(List.of("memory"))), Map.of()),
                OptionalLong.empty(),
                OptionalLong.of(BEGIN + 60 * MINUTE),
                Optional.empty(),
                "ann",
                "");
        Remembered made = new Remembered.StoredSilence(silence);
        try (Journal journal = journal()) {
            journal.write(BEGIN - MINUTE, new Entry.Routed(List.of(made), List.of()));
            Remembered removed = new Remembered.Forgotten(made.key());
            journal.write(BEGIN + MINUTE, new Entry.Routed(List.of(removed), List.of()));
        }
        assertThat(run().sendings()).first().satisfies(sending -> assertThat(sending.at())
                .isEqualTo(FIRED));
    }

    @Test
    void anAlertThatSomebodyEndedEndsInTheReplayToo() throws IOException {
        try (Journal journal = journal()) {
            long ended = BEGIN + 8 * MINUTE;
            journal.write(FIRED, changed("fired", OptionalLong.empty(), ""));
            journal.write(ended, changed("resolved", OptionalLong.of(ended), "resolved by hand"));
        }
        Outcome outcome = run();
        assertThat(outcome.alerts()).singleElement().satisfies(one -> assertThat(one.ended())
                .isEqualTo("resolved by hand"));
        assertThat(outcome.count(Difference.Kind.SAME)).isEqualTo(1);
        assertThat(outcome.differences()).hasSize(1);
    }

    private static Entry changed(String event, OptionalLong end, String reason) {
        return new Entry.Changed(event, alert(MEMORY, AlertLevel.WARNING, FIRED, end), reason, AlertContext.NONE);
    }

    private Journal journal() {
        return new Journal(recorder.journal(), new Memory());
    }

    private Outcome run() throws IOException {
        List<String> settings = List.of("alerts.defaults=false", "alerts.rules.memory.warning=80");
        ConfigNode alerts = Config.load(new ConfigSources(Optional.empty(), settings, Map.of(), root))
                .root()
                .section(AlertSettings.SECTION);
        Recipient ann = new Recipient("ann", true, AlertLevel.INFO, List.of(), Map.of(), Optional.empty(), true);
        TriedRules rules = new TriedRules(
                AlertSettings.read(alerts), RoutingSettings.read(alerts), RuleRouting.NONE, List.of(ann));
        Span all = new Span(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
        return Rehearsal.run(data, rules, "atlas", all, (share, time) -> {});
    }
}
