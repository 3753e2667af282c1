package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.silence.AlertMatcher;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SilencingTest {

    private final Scene scene = Scene.plain();

    private static Silence silence(String id, String component, long from, long to) {
        AlertMatcher matcher =
                new AlertMatcher(Map.of(AlertMatcher.Field.COMPONENT, List.of(TextPattern.parse(component))), Map.of());
        return new Silence(
                id, Silence.Kind.SILENCE, matcher, time(from), time(to), Optional.empty(), "ann", "new disk");
    }

    private static OptionalLong time(long second) {
        return OptionalLong.of(Scene.START + second * Alerts.SECOND);
    }

    @Test
    void whatStillFiresIsToldAtTheEndAfterASummary() {
        scene.silence(silence("s", "disk", 0, 600)).at(10).fire("disk/full", WARNING);
        scene.at(20).fire("disk/slow", CRITICAL).at(30).resolve("disk/slow").at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "600 all SUMMARY disk/slow CRITICAL, disk/full WARNING", "600 all FIRING disk/full WARNING");
        assertThat(scene.sent().get(0).heldBack())
                .isEqualTo("Silence 's' (new disk) is over. It held back 2 alerts, which came 2 times; 1 is still on.");
        assertThat(scene.unsent()).containsExactlyInAnyOrder("10 all silenced", "20 all silenced");
    }

    @Test
    void otherAlertsAreToldMeanwhile() {
        scene.silence(silence("s", "disk", 0, 600)).at(10).fire("memory/high", WARNING);
        assertThat(scene.log()).containsExactly("10 all FIRING memory/high WARNING");
    }

    @Test
    void anEndIsHeldBackAndToldLater() {
        scene.fire("disk/full", WARNING).at(10).silence(silence("s", "disk", 0, 600));
        scene.at(400).resolve("disk/full").at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full WARNING",
                        "600 all SUMMARY disk/full WARNING",
                        "600 all RESOLVED disk/full WARNING");
    }

    @Test
    void withoutAnythingHeldBackThereIsNoSummary() {
        scene.fire("disk/full", WARNING)
                .at(10)
                .silence(silence("s", "disk", 0, 600))
                .at(1000);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full WARNING");
    }

    @Test
    void eachOccurrenceCountsOnce() {
        scene.silence(silence("s", "disk", 0, 600));
        scene.at(10).fire("disk/full", WARNING).at(20).resolve("disk/full");
        scene.at(30).fire("disk/full", CRITICAL).at(40).resolve("disk/full").at(1000);
        assertThat(scene.log()).containsExactly("600 all SUMMARY disk/full CRITICAL");
        assertThat(scene.sent().get(0).heldBack())
                .endsWith("It held back 1 alert, which came 2 times; none is on any more.");
    }

    @Test
    void mayBeEndedEarlyAndRemoved() {
        scene.silence(silence("a", "disk", 0, 600)).silence(silence("b", "memory", 0, 600));
        scene.at(10).fire("disk/full", WARNING).fire("memory/high", WARNING);
        scene.at(20).event(new RoutingEvent.SilenceExpired("a"));
        scene.at(30).event(new RoutingEvent.SilenceDeleted("b"));
        assertThat(scene.log())
                .containsExactly(
                        "20 all SUMMARY disk/full WARNING",
                        "20 all FIRING disk/full WARNING",
                        "30 all SUMMARY memory/high WARNING",
                        "30 all FIRING memory/high WARNING");
        assertThat(scene.router().silences().all()).extracting(Silence::id).containsExactly("a");
    }

    @Test
    void anotherSilenceTakesOver() {
        scene.silence(silence("a", "disk", 0, 300)).silence(silence("b", "*", 0, 600));
        scene.at(10).fire("disk/full", WARNING).at(1000);
        assertThat(scene.log())
                .containsExactly("600 all SUMMARY disk/full WARNING", "600 all FIRING disk/full WARNING");
        assertThat(scene.sent().get(0).heldBack()).startsWith("Silence 'b'").contains("came once");
    }

    @Test
    void aSilenceThatBeginsLaterHoldsNothingYet() {
        scene.silence(silence("s", "disk", 100, 200)).at(10).fire("disk/full", WARNING);
        assertThat(scene.log()).containsExactly("10 all FIRING disk/full WARNING");
    }

    @Test
    void whoDoesNotWantAnAlertGetsNoSummaryOfIt() {
        Scene two = Scene.of("", Scene.from("pager", CRITICAL), Scene.everything("mail"));
        two.silence(silence("s", "disk", 0, 600)).at(10).fire("disk/full", WARNING);
        two.at(20).resolve("disk/full").at(1000);
        assertThat(two.log()).containsExactly("600 mail SUMMARY disk/full WARNING");
    }

    @Test
    void whoCannotBeToldNowGetsTheSummaryWhenHisHoursBegin() {
        Scene day = Scene.of("", Scene.hours("day", "13:00-18:00"));
        day.silence(silence("s", "disk", 0, 600)).at(10).fire("disk/full", WARNING);
        day.at(20).fire("disk/slow", WARNING).at(5000);
        assertThat(day.log()).containsExactly("3600 day FIRING disk/full WARNING, disk/slow WARNING");
    }

    @Test
    void recurringSilencesAndMaintenanceComeFromTheConfiguration() {
        Scene configured = Scene.of("""
                silences:
                  lunch:
                    match: {rule: "f*"}
                    days: [mon-fri]
                    hours: ["12:00-12:10"]
                maintenance:
                  backup:
                    components: [disk]
                    from: 2026-05-01T13:00
                    to: 2026-05-01T13:10
                    comment: nightly copy
                """, Scene.everything("all"));
        configured.at(10).fire("disk/full", WARNING).at(20).resolve("disk/full");
        configured
                .at(3610)
                .fire("disk/slow", WARNING)
                .at(3620)
                .resolve("disk/slow")
                .at(100_000);
        assertThat(configured.log())
                .containsExactly("600 all SUMMARY disk/full WARNING", "4200 all SUMMARY disk/slow WARNING");
        assertThat(configured.sent().get(1).heldBack())
                .startsWith("Maintenance window 'backup' (nightly copy) is over.");
    }

    @Test
    void oneOfTheConfigurationMayBeEndedEarly() {
        Scene configured = Scene.of("""
                silences:
                  always:
                    match: {rule: "*"}
                    hours: ["00:00-24:00"]
                """, Scene.everything("all"));
        configured.fire("disk/full", WARNING).at(10).event(new RoutingEvent.SilenceDeleted("always"));
        configured.at(20).event(new RoutingEvent.SilenceExpired("always")).at(1_000_000);
        assertThat(configured.log()).startsWith("20 all SUMMARY disk/full WARNING", "20 all FIRING disk/full WARNING");
        assertThat(configured.log())
                .filteredOn(line -> line.contains("SUMMARY"))
                .hasSize(1);
    }
}
