package io.hostpulse.alerter.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoutingSettingsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final String FULL = """
            cooldown: 1m
            group_window: 2m
            group_wait: 3s
            group_by: [labels.team, component]
            repeat: 30m
            escalation:
              second: {after: 10m, handlers: [pager, boss]}
              third: {handlers: [boss]}
            inhibit:
              dead:
                source: {rule: dead, level: critical}
                target: {component: [disk, "net*"], labels: {team: "~a|b"}}
                equal: [dimension]
            silences:
              night:
                match: {metric: "=usage", dimension: "path=*"}
                days: [mon-fri]
                hours: ["22:00-06:00"]
                zone: Europe/Paris
                from: 2026-05-01T00:00
                to: 2026-06-01T00:00:00Z
                author: ann
                comment: batch
            maintenance:
              patches: {components: disk, to: 2026-05-02T00:00}
            """;

    private final RoutingSettings full = Written.settings(FULL);

    @Test
    void everythingHasADefault() {
        RoutingSettings settings = Written.settings("cooldown: 5m");
        assertThat(settings.times()).isEqualTo(RoutingSettings.Times.DEFAULTS);
        assertThat(settings.groupBy()).containsExactly(new Attribute("component"));
        assertThat(settings.escalation()).isEmpty();
        assertThat(settings.inhibitions()).isEmpty();
        assertThat(settings.silences()).isEmpty();
    }

    @Test
    void everyKeyIsRead() {
        assertThat(full.times())
                .isEqualTo(new RoutingSettings.Times(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofSeconds(3), Duration.ofMinutes(30)));
        assertThat(full.groupBy()).containsExactly(new Attribute("labels.team"), new Attribute("component"));
        assertThat(full.groupWait(AlertLevel.WARNING)).isEqualTo(3 * Alerts.SECOND);
        assertThat(full.groupWait(AlertLevel.CRITICAL)).isZero();
        assertThat(full.escalationHandlers()).containsExactly("pager", "boss");
        assertThat(full.escalatesTo("boss")).hasValue(600 * Alerts.SECOND);
        assertThat(full.escalatesTo("mail")).isEmpty();
    }

    @Test
    void inhibitionIsRead() {
        assertThat(full.inhibitions())
                .containsExactly(new Inhibition(
                        "dead",
                        new AlertMatcher(
                                Map.of(
                                        AlertMatcher.Field.RULE, TextPattern.parseAll(List.of("dead")),
                                        AlertMatcher.Field.LEVEL, TextPattern.parseAll(List.of("critical"))),
                                Map.of()),
                        new AlertMatcher(
                                Map.of(AlertMatcher.Field.COMPONENT, TextPattern.parseAll(List.of("disk", "net*"))),
                                Map.of("team", TextPattern.parseAll(List.of("~a|b")))),
                        List.of(new Attribute("dimension"))));
    }

    @Test
    void silencesAndMaintenanceAreRead() {
        assertThat(full.silences())
                .containsExactly(
                        new Silence(
                                "night",
                                Silence.Kind.SILENCE,
                                new AlertMatcher(
                                        Map.of(
                                                AlertMatcher.Field.METRIC, TextPattern.parseAll(List.of("=usage")),
                                                AlertMatcher.Field.DIMENSION, TextPattern.parseAll(List.of("path=*"))),
                                        Map.of()),
                                time("2026-04-30T22:00:00Z"),
                                time("2026-06-01T00:00:00Z"),
                                Optional.of(Schedule.parse(List.of("mon-fri"), List.of("22:00-06:00"), "Europe/Paris")),
                                "ann",
                                "batch"),
                        new Silence(
                                "patches",
                                Silence.Kind.MAINTENANCE,
                                new AlertMatcher(
                                        Map.of(AlertMatcher.Field.COMPONENT, TextPattern.parseAll(List.of("disk"))),
                                        Map.of()),
                                OptionalLong.empty(),
                                time("2026-05-02T00:00:00Z"),
                                Optional.empty(),
                                "configuration",
                                ""));
    }

    private static OptionalLong time(String text) {
        return OptionalLong.of(Rfc3339.parse(text));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(Written.problems("""
                        cooldown: 2d
                        group_by: [colour]
                        escalation:
                          second: {after: 10m}
                        inhibit:
                          same: {source: {rule: a}, target: {rule: a}}
                          first: {source: {rule: b}, target: {rule: c}}
                          back: {source: {rule: c}, target: {rule: b}}
                          none: {source: {rule: x}}
                        silences:
                          forever: {match: {rule: a}}
                          all: {to: 2026-05-02T00:00}
                          wrong: {match: {level: critcal, rule: "~("}, hours: [8-9], zone: Mars, to: soon}
                          twice: {match: {rule: a}, to: 2026-05-02T00:00}
                        maintenance:
                          twice: {to: 2026-05-02T00:00}
                        """))
                .anySatisfy(line -> assertThat(line).contains("alerts.cooldown: '2d' is out of range"))
                .anySatisfy(line -> assertThat(line).contains("alerts.group_by: 'colour' is not one of component"))
                .anySatisfy(line -> assertThat(line).contains("alerts.escalation.second.handlers: says who is told"))
                .anySatisfy(line -> assertThat(line).contains("alerts.inhibit.same.target: is the same as 'source'"))
                .anySatisfy(line -> assertThat(line)
                        .contains("alerts.inhibit.back: closes a cycle")
                        .contains("b <- c <- b"))
                .anySatisfy(line -> assertThat(line).contains("alerts.inhibit.none.target: says which alerts"))
                .anySatisfy(line -> assertThat(line).contains("alerts.silences.forever: a silence needs an end"))
                .anySatisfy(line -> assertThat(line).contains("alerts.silences.all.match: says which alerts"))
                .anySatisfy(line -> assertThat(line).contains("wrong.match.level: 'critcal' is not one of info"))
                .anySatisfy(line -> assertThat(line).contains("wrong.match.rule: '(' is no regular expression"))
                .anySatisfy(line -> assertThat(line).contains("wrong.hours: '8-9' is no range of hours"))
                .anySatisfy(line -> assertThat(line).contains("wrong.zone: 'Mars' is no time zone"))
                .anySatisfy(line -> assertThat(line).contains("wrong.to: 'soon' is no time"))
                .anySatisfy(line -> assertThat(line).contains("alerts.maintenance.twice: a silence has this name"));
    }

    @Test
    void theFileThatIsShippedHasTheDefaultsAndEveryKey() throws IOException {
        Config config =
                Config.load(new ConfigSources(Optional.of(ROOT.resolve("config.yaml")), List.of(), Map.of(), ROOT));
        RoutingSettings shipped = RoutingSettings.read(config.root().section("alerts"));
        assertThat(shipped.times()).isEqualTo(RoutingSettings.Times.DEFAULTS);
        assertThat(shipped.groupBy()).containsExactly(new Attribute("component"));
        String file = Files.readString(ROOT.resolve("config.yaml"));
        String page = Files.readString(ROOT.resolve("docs/CONFIG.md"));
        assertThat(config.asked()).isNotEmpty().allSatisfy(path -> {
            assertThat(file).containsPattern("(?m)^ +(# +)*" + path.substring(path.indexOf('.') + 1) + "[: ]");
            assertThat(page).contains("`" + path + "`");
        });
    }

    @Test
    void everyKeyOfNamedSectionsIsInTheFileAndOnThePage() throws IOException {
        String file = Files.readString(ROOT.resolve("config.yaml"));
        String page = Files.readString(ROOT.resolve("docs/CONFIG.md"));
        assertThat(List.of(
                        "escalation.NAME.after",
                        "escalation.NAME.handlers",
                        "inhibit.NAME.source",
                        "inhibit.NAME.target",
                        "inhibit.NAME.equal",
                        "silences.NAME.match",
                        "silences.NAME.from",
                        "silences.NAME.to",
                        "silences.NAME.days",
                        "silences.NAME.hours",
                        "silences.NAME.zone",
                        "silences.NAME.author",
                        "silences.NAME.comment",
                        "maintenance.NAME.components"))
                .allSatisfy(path -> {
                    assertThat(page).contains("`alerts." + path + "`");
                    assertThat(file).contains("#   " + path.substring(path.lastIndexOf('.') + 1) + ":");
                });
    }
}
