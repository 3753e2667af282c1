package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleEngineTest {

    private static final StreamName M = new StreamName("m");

    private static Trial trial(String... settings) {
        return new Trial(Rules.only(settings).read()).expect("m");
    }

    private static Fields mount(String path, double percentage) {
        return Fields.builder()
                .put("path", path)
                .put("percentage", percentage)
                .put("total", 1000)
                .build();
    }

    private static Reading disk(Fields... mounts) {
        return new Reading.Ok(Fields.builder().put("mounts", List.of(mounts)).build());
    }

    private static Trial watchingMounts() {
        return new Trial(Rules.only("full.metric=disk.mounts[*].percentage", "full.warning=85", "full.gone_after=3s")
                .read());
    }

    @Test
    void raisesOneAlertForEachThing() {
        Trial trial = watchingMounts();
        trial.record("disk", disk(mount("/", 90), mount("/home", 50), mount("/var", 99)));
        assertThat(trial.eventsWithDimension()).containsExactly("FW(full{path=/})", "FW(full{path=/var})");
        trial.record("disk", disk(mount("/", 80), mount("/home", 86), mount("/var", 99)));
        assertThat(trial.eventsWithDimension()).containsExactly("R(full{path=/})", "FW(full{path=/home})");
    }

    @Test
    void givesUpWhatIsNoLongerListed() {
        Trial trial = watchingMounts();
        trial.record("disk", disk(mount("/", 50), mount("/usb", 99)));
        for (int second = 0; second < 4; second++) {
            trial.record("disk", disk(mount("/", 50)));
        }
        assertThat(trial.eventsWithDimension()).containsExactly("FW(full{path=/usb})", "R:GONE(full{path=/usb})");
        assertThat(trial.last().message()).isEqualTo("Resolved: disk usage on /usb: it is no longer there");
    }

    @Test
    void doesNotGiveUpWhatCouldNotBeListed() {
        Trial trial = watchingMounts();
        trial.record("disk", disk(mount("/usb", 99)));
        for (int second = 0; second < 10; second++) {
            trial.record("disk", Trial.ok("mounts", new Value.Missing("the list cannot be read")));
            trial.record("disk", new Reading.Failed("broken"));
        }
        assertThat(trial.eventsWithDimension()).containsExactly("FW(full{path=/usb})");
    }

    @Test
    void whatComesBackInTimeIsTheSame() {
        Trial trial = watchingMounts();
        trial.record("disk", disk(mount("/usb", 99)));
        trial.record("disk", disk());
        trial.record("disk", disk(mount("/usb", 99)));
        assertThat(trial.eventsWithDimension()).containsExactly("FW(full{path=/usb})");
    }

    @Test
    void comparesWithAFieldBesideTheValue() {
        Trial trial = trial(
                "t.metric=disk.mounts[*].percentage",
                "t.function=time_until_full",
                "t.limit=total",
                "t.over=4s",
                "t.critical=1m");
        for (int second = 0; second < 5; second++) {
            trial.record("disk", disk(mount("/", 900 + second * 10)));
        }
        assertThat(trial.events()).containsExactly("FC");
        assertThat(trial.last().message()).isEqualTo("disk usage reaches its limit in 8 s (threshold: 1 m) on /");
    }

    @Test
    void watchesEveryStreamThatMatches() {
        Trial trial = trial("up.metric=http-*.up", "up.condition=equals", "up.critical=false");
        trial.record("http-shop", Trial.ok("up", new Value.Flag(false)));
        trial.record("http-blog", Trial.ok("up", new Value.Flag(true)));
        trial.record("other", Trial.ok("up", new Value.Flag(false)));
        assertThat(trial.eventsWithDimension()).containsExactly("FC(up{stream=http-shop})");
        assertThat(trial.last().component()).isEqualTo("http-shop");
        assertThat(trial.last().message()).isEqualTo("Critical http-shop up: 'false' (threshold: 'false')");
    }

    @Test
    void ignoresARecordThatWasThereBefore() {
        Trial trial = trial("t.metric=m.v", "t.warning=80", "t.consecutive_violations=2");
        trial.engine.sample(M, Trial.START, 7, Trial.ok("v", new Value.Whole(90)));
        trial.engine.sample(M, Trial.START, 7, Trial.ok("v", new Value.Whole(90)));
        trial.engine.sample(M, Trial.START, 6, Trial.ok("v", new Value.Whole(90)));
        assertThat(trial.events()).containsExactly("p");
        trial.engine.sample(M, Trial.START, 8, Trial.ok("v", new Value.Whole(90)));
        assertThat(trial.events()).containsExactly("e", "FW");
    }

    @Test
    void aClockThatIsSetMakesNothingFire() {
        Trial trial = trial(
                "held.metric=m.v",
                "held.warning=80",
                "held.for=1h",
                "gone.metric=*",
                "gone.condition=stale",
                "gone.warning=20",
                "none.metric=m.v",
                "none.condition=no_data",
                "none.warning=30s");
        trial.play("90 90");
        trial.go(Duration.ofHours(5));
        trial.play("90 90");
        trial.go(Duration.ofDays(-400));
        trial.play("90 90 90");
        assertThat(trial.events()).isEmpty();
        assertThat(trial.transitions).singleElement().isInstanceOf(Transition.PendingBegan.class);
    }

    @Test
    void twoOccurrencesNeverShareAnIdEvenAtOneMoment() {
        Trial trial = trial("t.metric=m.v", "t.warning=80");
        for (int number = 1; number <= 6; number++) {
            double value = number % 2 == 1 ? 90 : 10;
            trial.engine.sample(M, Trial.START, number, Trial.ok("v", new Value.Real(value)));
        }
        assertThat(trial.transitions.stream()
                        .filter(Transition.Fired.class::isInstance)
                        .map(one -> one.alert().id())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void remembersTheWorstValue() {
        Trial trial = trial("t.metric=m.v", "t.condition=less_than", "t.warning=20", "t.critical=10");
        trial.play("15 5 12 30");
        assertThat(trial.last().measured().peak()).hasValue(5);
        assertThat(trial.last().measured().value()).hasValue(30);
        assertThat(trial.last().measured().threshold()).hasValue(20);
        assertThat(trial.last().state()).isEqualTo(AlertState.RESOLVED);
        assertThat(trial.last().duration(0)).isEqualTo(3 * Trial.SECOND);
    }

    @Test
    void tellsHowThingsStand() {
        Trial trial = trial(
                "a.metric=m.v",
                "a.warning=80",
                "b.metric=m.v",
                "b.warning=80",
                "b.for=1h",
                "c.metric=gpu.x",
                "c.warning=1");
        trial.play("90 95");
        assertThat(trial.engine.alerts())
                .extracting(Alert::state)
                .containsExactlyInAnyOrder(AlertState.FIRING, AlertState.PENDING);
        assertThat(trial.engine.alerts())
                .extracting(alert -> alert.measured().value().orElse(0))
                .containsOnly(95.0);
        assertThat(trial.engine.status())
                .containsExactly(
                        new RuleStatus("a", "m.v", "greater_than", "", 1, 1, 0, ""),
                        new RuleStatus("b", "m.v", "greater_than", "", 1, 0, 1, ""),
                        new RuleStatus("c", "gpu.x", "greater_than", "", 0, 0, 0, "no such metric seen yet"));
    }

    @Test
    void watchesAThousandThingsAndSaysThatThereAreMore() {
        List<Fields> mounts = new ArrayList<>();
        for (int index = 0; index < 1200; index++) {
            mounts.add(mount("/" + index, 1));
        }
        Trial trial = watchingMounts();
        trial.record("disk", disk(mounts.toArray(Fields[]::new)));
        assertThat(trial.engine.status().get(0).things()).isEqualTo(1000);
        assertThat(trial.engine.status().get(0).note()).contains("only the first 1000");
    }

    @Test
    void aPersonTakesCareAddsANoteAndResolves() {
        Trial trial = trial("t.metric=m.v", "t.warning=80", "t.critical=90");
        trial.play("85");
        String id = trial.last().id();
        Note note = new Note(trial.now(), "ann", "on it");
        assertThat(trial.engine.acknowledge(id, note).orElseThrow().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        assertThat(trial.engine.note(id, note).orElseThrow().notes()).containsExactly(note);
        assertThat(trial.engine.note("none", note)).isEmpty();
        assertThat(trial.engine.resolve(id, trial.now())).isTrue();
        assertThat(trial.engine.resolve(id, trial.now())).isFalse();
        assertThat(trial.events().get(0)).isEqualTo("R:BY_HAND");
        assertThat(trial.play("85 85 95 70 85")).isEqualTo("3FC 4R 5FW");
    }

    @Test
    void everyAlertCanBeWrittenAndReadBack() {
        Trial trial = new Trial(Rules.defaults("memory.labels.team=db").read()).expect("memory");
        trial.record("memory", Trial.ok("percentage", new Value.Real(85.5)));
        Alert alert = trial.last();
        assertThat(AlertFields.parse(AlertFields.of(alert))).isEqualTo(alert);
        assertThat(alert.labels()).containsEntry("team", "db");
    }

    @Test
    void aThresholdCanBeReplacedWhileItFires() {
        Trial trial = trial("t.metric=m.v", "t.warning=80", "t.clear.margin=5", "t.for=3s");
        trial.play("85 85");
        trial.engine.reload(trial.engine.rules().withThreshold("t", AlertLevel.WARNING, 84), trial.now());
        assertThat(trial.play("85 85")).isEqualTo("2e 2FW");
        trial.engine.reload(trial.engine.rules().withThreshold("t", AlertLevel.WARNING, 90), trial.now());
        assertThat(trial.play("86 85")).isEqualTo("2R");
        assertThat(trial.engine.rules().limits("t")).containsEntry(AlertLevel.WARNING, new Limit.Number(90));
    }

    @Test
    void aThresholdOnTheWrongSideIsRefused() {
        RuleSet rules =
                Rules.only("t.metric=m.v", "t.warning=80", "t.critical=90").read();
        assertThatThrownBy(() -> rules.withThreshold("t", AlertLevel.WARNING, 95))
                .hasMessage("the rule 't': critical must be above warning");
        assertThatThrownBy(() -> rules.withThreshold("t", AlertLevel.INFO, 5))
                .hasMessage("the rule 't' has no number as threshold for INFO");
        assertThatThrownBy(() -> rules.withThreshold("x", AlertLevel.INFO, 5)).hasMessage("there is no rule 'x'");
        assertThatThrownBy(() -> rules.withThreshold("t", AlertLevel.WARNING, Double.NaN))
                .hasMessage("a threshold must be a finite number");
    }

    @Test
    void otherRulesTakeOverWhatIsTheSame() {
        Trial trial = trial(
                "same.metric=m.v",
                "same.warning=80",
                "same.for=3s",
                "gone.metric=m.v",
                "gone.warning=80",
                "other.metric=m.v",
                "other.warning=80");
        trial.play("85 85 85");
        trial.events();
        RuleSet next = Rules.only(
                        "same.metric=m.v",
                        "same.warning=80",
                        "same.for=3s",
                        "other.metric=m.w",
                        "other.warning=80",
                        "new.metric=m.v",
                        "new.warning=80")
                .read();
        trial.engine.reload(next, trial.now());
        assertThat(trial.eventsWithDimension())
                .containsExactlyInAnyOrder("R:RULE_REMOVED(gone)", "R:RULE_CHANGED(other)");
        trial.step("85");
        assertThat(trial.eventsWithDimension()).containsExactlyInAnyOrder("e(same)", "FW(same)", "FW(new)");
    }

    @Test
    void anAlertGoesOnUnderAChangedRuleUntilTheNextValueDecides() {
        Trial trial = trial("t.metric=m.v", "t.warning=80", "t.critical=90");
        trial.play("95");
        String id = trial.last().id();
        trial.engine.reload(
                Rules.only("t.metric=m.v", "t.warning=80", "t.for=1m").read(), trial.now());
        assertThat(trial.events()).containsExactly();
        assertThat(trial.play("95 70")).isEqualTo("1LCW 2R");
        assertThat(trial.last().id()).isEqualTo(id);
    }

    @Test
    void aStreamThatIsNoLongerWrittenIsNotMissed() {
        Trial trial = trial("s.metric=*", "s.condition=stale", "s.warning=3");
        trial.play("1 . . . . .");
        trial.engine.forget(M, trial.now());
        trial.tick(10);
        assertThat(trial.transitions).hasSize(2).last().isInstanceOf(Transition.Resolved.class);
    }

    @Test
    void saysWhyThereIsNoData() {
        Trial trial = trial("n.metric=*", "n.condition=no_data", "n.warning=2s");
        trial.play("1 ! ! ! !");
        assertThat(trial.last().message()).isEqualTo("m has no data for 3 s: broken");
        assertThat(trial.last().measured().value()).isEmpty();
        trial.play("1");
        assertThat(trial.last().message()).isEqualTo("Resolved: m data: data again after 4 s");
    }

    @Test
    void saysWhatIsMissingWhenThatIsTheAlert() {
        Trial trial = trial("t.metric=m.v", "t.warning=80", "t.on_missing=alert");
        trial.play("70 -");
        assertThat(trial.last().message()).isEqualTo("No m v: no sensor");
        assertThat(trial.last().measured().value()).isEmpty();
    }

    @Test
    void showsTheLastValueWhileThereIsNone() {
        Trial trial = trial("t.metric=m.v", "t.warning=80");
        trial.play("85 - !");
        assertThat(trial.engine.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.message()).isEqualTo("High m v: 85 (threshold: 80)");
            assertThat(alert.measured().value()).hasValue(85);
        });
    }

    @Test
    void textFromTheMachineIsMadePrintable() {
        Trial trial = trial("t.metric=m.v", "t.condition=not_equals", "t.warning=ok");
        trial.record("m", Trial.ok("v", new Value.Text("a\r\nBcc: x\u001b[31m")));
        assertThat(trial.last().message()).isEqualTo("Unusual m v: 'a\\r\\nBcc: x\\u001b[31m' (threshold: 'ok')");
    }

    @Test
    void theWordsOfARuleAreFilledIn() {
        String message =
                "{level}/{component}/{metric}/{name}/{value}/{threshold}/{dimension}/{host}/{rule}/{severity}{where}";
        Trial trial = new Trial(Rules.only(
                        "t.metric=disk.mounts[*].percentage",
                        "t.warning=85",
                        "t.as=usage_percent",
                        "t.component=storage",
                        "t.message=" + message)
                .read());
        trial.record("disk", disk(mount("/{host}$1", 90)));
        assertThat(trial.last().message())
                .isEqualTo("WARNING/storage/usage_percent/usage/90.0%/85.0%/path=/{host}$1/atlas/t/High on /{host}$1");
    }
}
