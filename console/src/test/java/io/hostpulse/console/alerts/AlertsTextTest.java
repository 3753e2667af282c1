package io.hostpulse.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.RuleView;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.text.DisplayWidth;
import io.hostpulse.common.text.Style;
import io.hostpulse.console.fixture.Alerts;
import io.hostpulse.console.fixture.Views;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertsTextTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = 1_735_899_330L * SECOND;

    private final Views views = new Views();
    private final Alert memory = Alerts.firing("memory", "", AlertLevel.WARNING, NOW - 192 * SECOND);
    private final Alert disk = Alerts.firing("disk", "path=/home", AlertLevel.CRITICAL, NOW - 7_380 * SECOND);

    private static Overview overview(AlerterView view, Alert... on) {
        return new Overview(
                List.of(on), new Watch(NOW, Optional.of(LifeState.RUNNING), Optional.of(view), ""), List.of());
    }

    private static String plain(Overview overview) {
        return new AlertsText(Style.PLAIN, Integer.MAX_VALUE, 200).render(overview);
    }

    @Test
    void showsTheWorstFirstAndWhatMayComeLast() {
        views.pending.add(Alerts.pending("processor", NOW - 30 * SECOND));
        Overview overview = overview(
                views.at(NOW - 2 * SECOND), Alerts.flapping(Alerts.acknowledged(memory, "ada", "on it")), disk);
        assertThat(plain(overview))
                .isEqualTo("""
                2 alerts are on: 1 critical, 1 warning (1 acknowledged); 1 pending (2.0 s ago)

                LEVEL          AGE  RULE       WHERE        VALUE  THRESHOLD  STATE                                 ID            MESSAGE
                CRITICAL   2 h 3 m  disk       path=/home  96.5 %       80 %  firing                                ID-DISK-----  High disk usage: 96.5% (threshold: 80.0%)
                WARNING   3 m 12 s  memory     -           96.5 %       80 %  acknowledged by ada: on it, flapping  ID-MEMORY---  High memory usage: 96.5% (threshold: 80.0%)
                WARNING       30 s  processor  -           96.5 %       80 %  pending                               -             High processor usage: 96.5% (threshold: 80.0%)
                """.replace("ID-DISK-----", disk.id()).replace("ID-MEMORY---", memory.id()));
    }

    @Test
    void saysWhichAlertsNobodyIsToldOf() {
        views.silences.add(
                new SilenceView(Fields.builder().put("id", "moving").build(), "active", false, List.of(disk.id())));
        Overview overview = overview(views.at(NOW), memory, disk);
        assertThat(plain(overview)).contains("  firing, silenced by moving  " + disk.id());
        assertThat(AlertsFields.of(overview).toString()).containsOnlyOnce("silence");
    }

    @Test
    void coloursByLevelAndShowsThePendingInFaint() {
        views.pending.add(Alerts.pending("processor", NOW - 30 * SECOND));
        String text = new AlertsText(new Style(true), Integer.MAX_VALUE, 200)
                .render(overview(views.at(NOW), Alerts.flapping(memory), disk));
        assertThat(text)
                .startsWith("\u001b[31m2 alerts are on: 1 critical, 1 warning\u001b[0m; 1 pending (0 ms ago)\n")
                .contains("\u001b[31mCRITICAL\u001b[0m")
                .contains("\u001b[33mWARNING\u001b[0m")
                .contains("\u001b[33mfiring, flapping\u001b[0m")
                .contains("\u001b[2mWARNING\u001b[0m")
                .contains("\u001b[2mprocessor\u001b[0m");
    }

    @Test
    void saysThatNothingIsOnOnlyWhileSomebodyWatches() {
        views.rules.add(Views.rule("memory", Views.thresholds(80, 90), Views.thresholds(80, 90), "ok"));
        assertThat(plain(overview(views.at(NOW - SECOND)))).isEqualTo("Nothing is on: 1 rule watches (1.0 s ago)\n");
        assertThat(plain(overview(views.at(NOW - 31 * SECOND)))).isEqualTo("""
                How things are now is not known: the alerter has said nothing for 31 s: see 'hostpulse logs alerter'
                31 s ago, when the alerter said so last, nothing was on.
                """);
    }

    @Test
    void saysWhenNobodyWatchesAndWhatWasOnThen() {
        Overview gone = new Overview(
                List.of(disk),
                new Watch(NOW, Optional.of(LifeState.GONE), Optional.of(views.at(NOW - 90 * SECOND)), ""),
                List.of());
        assertThat(plain(gone))
                .startsWith(
                        "How things are now is not known: the alerter does not run (gone): nobody watches; see 'hostpulse"
                                + " status', or start it with 'hostpulse up'\n1 m 30 s ago, when the alerter said so last, this was"
                                + " on: 1 critical\n\nLEVEL ");
        Overview never = new Overview(List.of(), new Watch(NOW, Optional.empty(), Optional.empty(), ""), List.of());
        assertThat(plain(never)).contains("the alerter has never run here").doesNotContain("nothing");
        Overview starting = new Overview(
                List.of(disk), new Watch(NOW, Optional.of(LifeState.STARTING), Optional.empty(), ""), List.of());
        assertThat(plain(starting)).contains("ask again in a moment\nIn its journal this is on: 1 critical\n");
    }

    @Test
    void saysWhyNobodyKnows() {
        assertThat(new Watch(NOW, Optional.of(LifeState.HUNG), Optional.of(views.at(NOW)), "").complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("hangs").contains("restart alerter"));
        assertThat(new Watch(NOW, Optional.of(LifeState.RUNNING), Optional.empty(), "").complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("ask again in a moment"));
        assertThat(new Watch(NOW, Optional.of(LifeState.RUNNING), Optional.empty(), "it is too long").complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("it is too long"));
    }

    @Test
    void aRuleWithAProblemIsMentionedWhenNothingIsOn() {
        views.rules.add(rule(1000, "there is more than it can watch"));
        assertThat(plain(overview(views.at(NOW))))
                .contains("1 rule watches, 1 with a problem: see 'hostpulse alerts thresholds'");
    }

    @Test
    void aRuleThatHasNothingToWatchIsNoProblem() {
        views.rules.add(rule(0, "no such metric seen yet"));
        assertThat(plain(overview(views.at(NOW))))
                .contains("1 rule watches, 1 without anything to watch yet: see 'hostpulse alerts thresholds'");
    }

    private static RuleView rule(int series, String problem) {
        RuleView rule = Views.rule("memory", Fields.NONE, Fields.NONE, "unknown");
        return new RuleView(
                rule.name(), rule.metric(), "", "", Fields.NONE, Fields.NONE, "unknown", 0, 0, series, problem);
    }

    @Test
    void showsAnAlertWithoutNumbersByItsMessage() {
        Alert silent = Alerts.withoutNumbers(disk, "disk has had no data for 2 m");
        assertThat(plain(overview(views.at(NOW), silent)))
                .containsPattern("path=/home +- +- +firing +" + disk.id() + "  disk has had no data for 2 m\n");
    }

    @Test
    void hostileTextIsInertAndAligned() {
        Alert hostile = Alerts.withoutNumbers(
                Alerts.firing("磁盘", "path=/\u001b[2J\n/x\u202e" + "y".repeat(500), AlertLevel.CRITICAL, NOW),
                "<script>*_~`\u001b]0;x\u0007");
        String text = new AlertsText(new Style(true), 160, 200).render(overview(views.at(NOW), hostile, memory));
        assertThat(text)
                .doesNotContain("\u001b[2J", "\u202e", "\u0007", "\u001b]")
                .contains("path=/\\u001b[2J\\n/x\\u202eyyyyyyyyyyyyyy…");
        assertThat(new AlertsText(Style.PLAIN, 160, 200)
                        .render(overview(views.at(NOW), hostile, memory))
                        .lines()
                        .skip(2)
                        .map(line -> DisplayWidth.of(line.substring(0, Math.max(0, line.indexOf("firing")))))
                        .filter(width -> width > 0)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void cutsMessagesToTheTerminal() {
        String text = new AlertsText(Style.PLAIN, 110, 200).render(overview(views.at(NOW), memory));
        assertThat(text.lines().skip(2))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(text).contains("High memory us");
    }

    @Test
    void cutsALongListAndSaysSo() {
        Alert[] many = IntStream.range(0, 10_000)
                .mapToObj(i -> Alerts.firing("disk", "path=/" + i, AlertLevel.WARNING, NOW - i * SECOND))
                .toArray(Alert[]::new);
        String text = plain(overview(views.at(NOW), many));
        assertThat(text.lines()).hasSize(2 + 1 + 200 + 1);
        assertThat(text)
                .startsWith("10000 alerts are on: 10000 warning")
                .endsWith("… and 9800 more: -n 100000 or --json shows them\n");
    }
}
