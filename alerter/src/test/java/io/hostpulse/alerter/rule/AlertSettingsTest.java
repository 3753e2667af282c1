package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.rule.metric.MetricPath;
import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.AlertLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertSettingsTest {

    private static Rule one(String... settings) {
        return Rules.only(settings).read().all().get(0);
    }

    @Test
    void theBuiltInRulesAreThereUnlessSwitchedOff() {
        assertThat(Rules.defaults().read().all()).isEqualTo(DefaultRules.all());
        assertThat(Rules.only().read().all()).isEmpty();
    }

    @Test
    void aRuleNeedsAMetricAndAThresholdAndHasDefaultsForTheRest() {
        assertThat(one("t.metric=m.v", "t.warning=80"))
                .isEqualTo(
                        RuleBuilder.of("t", "m.v").limit(AlertLevel.WARNING, 80).build());
    }

    @Test
    void everyKeyIsMapped() {
        Rule rule = one(
                "t.metric=web.all[*].ms",
                "t.by=id,name",
                "t.function=p95",
                "t.over=10m",
                "t.limit=total",
                "t.condition=greater_or_equal",
                "t.tolerance=0.5",
                "t.info=100",
                "t.warning=200",
                "t.critical=300",
                "t.clear.margin=10",
                "t.clear.critical=250",
                "t.at_least=5s",
                "t.for=30s",
                "t.violations=3 of 5",
                "t.keep_firing_for=1m",
                "t.gone_after=2m",
                "t.on_missing=alert",
                "t.when.zone=Europe/Berlin",
                "t.when.days=mon-fri",
                "t.when.hours=08:00-18:00",
                "t.flapping.changes=4",
                "t.flapping.window=5m",
                "t.component=shop",
                "t.as=response_time",
                "t.message={value}",
                "t.unit=ms",
                "t.labels.team=web");
        assertThat(rule)
                .isEqualTo(RuleBuilder.of("t", "web.all[*].ms")
                        .by(List.of("id", "name"))
                        .measure(new Measure(new WindowFunction.Percentile(95), Duration.ofMinutes(10), 100, "total"))
                        .comparison(Comparison.GREATER_OR_EQUAL)
                        .tolerance(0.5)
                        .limit(AlertLevel.INFO, 100, 90)
                        .limit(AlertLevel.WARNING, 200, 190)
                        .limit(AlertLevel.CRITICAL, 300, 250)
                        .atLeast(5)
                        .patience(new Patience(Duration.ofSeconds(30), 3, 5, Duration.ofMinutes(1)))
                        .goneAfter(Duration.ofMinutes(2))
                        .alertOnMissing(true)
                        .schedule(Optional.of(
                                Schedule.parse(List.of("mon-fri"), List.of("08:00-18:00"), "Europe/Berlin")))
                        .flapping(new FlappingLimit(4, Duration.ofMinutes(5)))
                        .wording(new Wording(
                                "shop", "response_time", new Template("{value}"), Unit.MS, Map.of("team", "web")))
                        .build());
    }

    @Test
    void aBuiltInRuleCanBeChangedInPart() {
        RuleSet rules = Rules.defaults("memory.warning=70", "disk.enabled=false", "disk.warning=1")
                .read();
        assertThat(rules.limits("memory"))
                .isEqualTo(Map.of(AlertLevel.WARNING, new Limit.Number(70), AlertLevel.CRITICAL, new Limit.Number(90)));
        assertThat(rules.names()).doesNotContain("disk").contains("disk_free");
    }

    @Test
    void aLevelOfABuiltInRuleCanBeTakenAway() {
        assertThat(Rules.defaults("memory.critical=none").read().limits("memory"))
                .containsOnlyKeys(AlertLevel.WARNING);
    }

    @Test
    void aMarginStaysWhenItsThresholdMoves() {
        Rule rule = Rules.defaults("gpu_temperature.warning=70")
                .read()
                .find("gpu_temperature")
                .orElseThrow();
        assertThat(rule.condition().leave()).containsEntry(AlertLevel.WARNING, new Limit.Number(65));
    }

    @Test
    void aBuiltInRuleThatIsWrittenIsThereEvenWithoutTheOthers() {
        assertThat(Rules.only("memory.enabled=true").read().names()).containsExactly("memory");
    }

    @Test
    void generalSettingsHoldForAllRules() {
        RuleSet rules = Rules.only(
                        "alerts.flapping.changes=3",
                        "alerts.gone_after=5m",
                        "a.metric=m.v",
                        "a.warning=1",
                        "b.metric=m.v",
                        "b.warning=1",
                        "b.gone_after=1s",
                        "b.flapping.changes=0")
                .read();
        assertThat(rules.all()).extracting(rule -> rule.flapping().changes()).containsExactly(3, 0);
        assertThat(rules.all())
                .extracting(Rule::goneAfter)
                .containsExactly(Duration.ofMinutes(5), Duration.ofSeconds(1));
    }

    @Test
    void consecutiveViolationsAreSoManyOfSoMany() {
        Patience patience =
                one("t.metric=m.v", "t.warning=1", "t.consecutive_violations=4").patience();
        assertThat(patience).isEqualTo(new Patience(Duration.ZERO, 4, 4, Duration.ZERO));
    }

    @Test
    void thresholdsOfTimesAreTimes() {
        assertThat(one("t.metric=m.v", "t.function=time_until_full", "t.warning=24h", "t.critical=4h")
                        .limits())
                .isEqualTo(Map.of(
                        AlertLevel.WARNING, new Limit.Number(86_400), AlertLevel.CRITICAL, new Limit.Number(14_400)));
        assertThat(one("t.metric=m.v", "t.function=time_until_full", "t.limit=1GB", "t.warning=1h")
                        .measure())
                .isEqualTo(new Measure(new WindowFunction.TimeUntil(), Duration.ofMinutes(5), 1 << 30, ""));
    }

    @Test
    void pathsAreKept() {
        assertThat(one("t.metric=disk.mounts[*].free", "t.warning=1").metric())
                .isEqualTo(MetricPath.parse("disk.mounts[*].free"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.warning=1 | t.metric: a rule needs a metric, such as memory.percentage",
                "t.metric=m.v | t.warning: a rule needs a threshold: write info, warning or critical",
                "t.metric=m..v;t.warning=1 | t.metric: 'm..v' has nothing where a name should be",
                "t.metric=m;t.warning=1 | t.metric: names a stream and no value in it, such as memory.percentage",
                "t.metric=m.v;t.warning=x | t.warning: must be a number, such as 80 or 2.5, or a size, such as 1GB",
                "t.metric=m.v;t.warning=90;t.critical=80 | t.critical: critical must be above warning",
                "t.metric=m.v;t.warning=90;t.critical=90 | t.critical: critical must be above warning",
                "t.metric=m.v;t.info=90;t.warning=80;t.critical=95 | t.critical: warning must be above info",
                "t.metric=m.v;t.condition=less_than;t.warning=5;t.critical=9 | t.critical: critical must be below warning",
                "t.metric=m.v;t.condition=equals;t.warning=5;t.critical=5 | t.critical: critical must be another value than warning",
                "t.metric=m.v;t.condition=equals;t.warning=a;t.critical=a | t.critical: critical must be another value than warning",
                "t.metric=m.v;t.condition=not_equals;t.warning=5;t.critical=6 | t.critical: critical must be left out: what differs from two values is always violated; it is beside warning",
                "t.metric=m.v;t.condition=outside;t.warning=5 | t.warning: must be the lowest and the highest normal value, such as [10, 90]",
                "t.metric=m.v;t.condition=outside;t.warning=9,5 | t.warning: must be the lowest and the highest normal value, such as [10, 90]",
                "t.metric=m.v;t.condition=outside;t.warning=5,9;t.critical=6,8 | t.critical: critical must be a wider range than warning",
                "t.metric=m.v;t.condition=outside;t.warning=5,9;t.clear.margin=2 | t.clear.margin: leaves nothing of the normal range of warning",
                "t.metric=m.v;t.condition=greater;t.warning=5 | t.condition: must be one of greater_than, greater_or_equal, less_than, less_or_equal, equals, not_equals, outside, no_data, stale; did you mean 'greater_than'?",
                "t.metric=m.v;t.warning=80;t.clear.warning=85 | t.clear.warning: must be on the normal side of the threshold: that is where the value has to go back to",
                "t.metric=m.v;t.warning=80;t.clear.critical=85 | t.clear.critical: the rule has no threshold for this level",
                "t.metric=m.v;t.warning=80;t.clear.margin=-1 | t.clear.margin: must not be negative: it is how far behind the threshold the value has to go",
                "t.metric=m.v;t.condition=equals;t.warning=5;t.clear.margin=1 | t.clear.margin: only a rule with a lower or upper limit can be cleared by a margin",
                "t.metric=m.v;t.condition=equals;t.warning=5;t.clear.warning=1 | t.clear.warning: only a rule with a lower or upper limit can have one",
                "t.metric=m.v;t.warning=1;t.function=avg | t.function: must be one of value, average, min, max, median, p95, rate, change, time_until_full or another percentile",
                "t.metric=m.v;t.condition=equals;t.warning=up;t.function=max | t.function: goes with numbers only, and a threshold is a text",
                "t.metric=m.v;t.condition=no_data;t.warning=1m;t.function=max | t.function: does not go with 'no_data' and 'stale', which look at no values",
                "t.metric=m.v;t.condition=no_data;t.warning=5 | t.warning: '5' is not a time: write a number with ms, s, m, h or d, for example 500ms",
                "t.metric=m;t.condition=stale;t.warning=3;t.for=5s | t.for: the threshold itself says for how long: leave this out",
                "t.metric=m.v;t.condition=stale;t.warning=3 | t.metric: 'stale' is about whole streams: write the stream's name alone, or '*'",
                "t.metric=m.v;t.warning=1;t.per=day | t.per: must be one of second, minute, hour",
                "t.metric=m.v;t.warning=1;t.over=10ms | t.over: '10ms' is out of range: it must be from 1s to 7d",
                "t.metric=m.v;t.warning=1;t.violations=6 of 5 | t.violations: must say how many of how many, such as '3 of 5', with at most 64",
                "t.metric=m.v;t.warning=1;t.violations=five | t.violations: must say how many of how many, such as '3 of 5', with at most 64",
                "t.metric=m.v;t.warning=1;t.violations=1 of 65 | t.violations: must say how many of how many, such as '3 of 5', with at most 64",
                "t.metric=m.v;t.warning=1;t.violations=1 of 2;t.consecutive_violations=2 | t.violations: stands beside 'consecutive_violations': keep one of them",
                "t.metric=m.v;t.warning=1;t.on_missing=ok | t.on_missing: must be one of keep, alert",
                "t.metric=m.v;t.warning=1;t.when.zone=Mars | t.when.zone: 'Mars' is no time zone: write UTC or a name like Europe/Paris",
                "t.metric=m.v;t.warning=1;t.when.days=someday | t.when.days: 'someday' is no day: write one of mon, tue, wed, thu, fri, sat, sun, or a range like mon-fri",
                "t.metric=m.v;t.warning=1;t.when.hours=8-18 | t.when.hours: '8-18' is no range of hours: write it like 22:00-06:00",
                "t.metric=m.v;t.warning=1;t.when.hours=08:00-25:00 | t.when.hours: '08:00-25:00' is no range of hours: write it like 22:00-06:00",
                "t.metric=m.v;t.warning=1;t.flapping.changes=101 | t.flapping.changes: '101' is out of range: it must be from 0 to 100",
                "t.metric=m.v;t.warning=1;t.message={valeu} | t.message: there is no placeholder {valeu}; did you mean 'value'?; there are severity, component, metric, name, value, threshold, level, dimension, where, duration, host, reason, rule",
                "t.metric=m.v;t.warning=1;t.unit=lightyears | t.unit: must be one of auto, none, percent, bytes, bytes_per_sec, celsius, watt, mhz, ms, seconds, per_sec",
                "t.metric=m.v;t.warning=1;t.metrik=m | t.metrik: unknown key 'metrik'; did you mean 'metric'?",
                "T.metric=m.v;T.warning=1 | T: not a name for a rule: use lower-case letters, digits, '_' or '-', and begin with a letter",
            })
    void saysWhatIsWrong(String settings, String problem) {
        assertThat(Rules.only(settings.split(";", -1)).problems()).contains("alerts.rules." + problem);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(Rules.defaults("memory.warning=95", "a.warning=x", "b.metric=m.v")
                        .problems())
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
