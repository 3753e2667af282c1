package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.INFO;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without a window, so that only the cooldown of 300 s holds anything back. */
class CooldownTest {

    private final Scene scene = Scene.of("group_window: 0", Scene.everything("all"));

    @Test
    void theSameAlertIsToldOnceInACooldown() {
        scene.fire("disk/full", WARNING)
                .at(10)
                .resolve("disk/full")
                .at(20)
                .fire("disk/full", WARNING)
                .at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full WARNING",
                        "10 all RESOLVED disk/full WARNING",
                        "300 all FIRING disk/full WARNING");
    }

    @Test
    void theEndIsNeverLostToTheCooldown() {
        scene.fire("disk/full", WARNING).at(299).resolve("disk/full").at(1000);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full WARNING", "299 all RESOLVED disk/full WARNING");
    }

    @Test
    void whatComesAndGoesInTheCooldownIsCountedAndSaidNextTime() {
        scene.fire("disk/full", WARNING).at(10).resolve("disk/full");
        scene.at(20).fire("disk/full", WARNING).at(30).resolve("disk/full");
        scene.at(40).fire("disk/full", WARNING).at(50).resolve("disk/full");
        scene.at(400).fire("disk/full", WARNING).at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full WARNING",
                        "10 all RESOLVED disk/full WARNING",
                        "400 all FIRING disk/full WARNING");
        assertThat(scene.unsent()).containsExactly("30 all cooldown", "50 all cooldown");
        assertThat(scene.sent().get(2).heldBack())
                .isEqualTo("Since the last notification it came and went 2 times more.");
    }

    @Test
    void aWorseLevelPassesAtOnce() {
        scene.fire("disk/full", INFO).at(10).change("disk/full", WARNING).at(20).change("disk/full", CRITICAL);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full INFO",
                        "10 all FIRING disk/full WARNING",
                        "20 all FIRING disk/full CRITICAL");
    }

    @Test
    void aWorseOccurrencePassesAtOnce() {
        scene.fire("disk/full", WARNING).at(10).resolve("disk/full").at(20).fire("disk/full", CRITICAL);
        assertThat(scene.log()).endsWith("20 all FIRING disk/full CRITICAL");
    }

    @Test
    void aWorseLevelPassesTheWindowToo() {
        Scene windowed = Scene.plain().fire("disk/full", WARNING).at(10).change("disk/full", CRITICAL);
        assertThat(windowed.log())
                .containsExactly("0 all FIRING disk/full WARNING", "10 all FIRING disk/full CRITICAL");
    }

    @Test
    void aBetterLevelWaitsAndMayHavePassed() {
        scene.fire("disk/full", CRITICAL).at(10).change("disk/full", WARNING);
        scene.at(20)
                .change("disk/full", CRITICAL)
                .at(310)
                .change("disk/full", WARNING)
                .at(1000);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full CRITICAL", "310 all FIRING disk/full WARNING");
    }

    @Test
    void aBetterLevelWaitsForTheWindowEvenIfOthersAreLess() {
        Scene windowed = Scene.plain().fire("disk/full", CRITICAL).at(400).fire("disk/slow", INFO);
        windowed.at(410).change("disk/full", WARNING).at(1000);
        assertThat(windowed.log())
                .containsExactly(
                        "0 all FIRING disk/full CRITICAL",
                        "400 all FIRING disk/slow INFO",
                        "700 all FIRING disk/full WARNING");
    }

    @Test
    void aRuleMayHaveItsOwn() {
        RuleRouting rules = new RuleRouting(Map.of("full", Duration.ofSeconds(60)), Map.of());
        Scene own = new Scene("group_window: 0", rules, Scene.START, Scene.everything("all"));
        own.fire("disk/full", WARNING)
                .at(10)
                .resolve("disk/full")
                .at(20)
                .fire("disk/full", WARNING)
                .at(1000);
        assertThat(own.log()).endsWith("60 all FIRING disk/full WARNING");
    }

    @Test
    void eachDimensionHasItsOwn() {
        scene.fire("disk/full{path=/}", WARNING).at(10).fire("disk/full{path=/home}", WARNING);
        assertThat(scene.log()).hasSize(2);
    }

    @Test
    void ofSeveralOccurrencesInAWindowTheNewestIsTold() {
        Scene windowed = Scene.of("cooldown: 0", Scene.everything("all")).fire("disk/other", WARNING);
        windowed.at(10).fire("disk/full", WARNING).at(20).resolve("disk/full");
        windowed.at(30).fire("disk/full", WARNING).at(1000);
        assertThat(windowed.log())
                .containsExactly("0 all FIRING disk/other WARNING", "300 all FIRING disk/full WARNING");
        assertThat(windowed.unsent()).containsExactly("30 all repeated");
    }

    @Test
    void theOldOccurrenceEndsBeforeTheNewOneBegins() {
        Scene windowed = Scene.plain().fire("disk/full", WARNING).at(10).resolve("disk/full");
        windowed.at(20).fire("disk/full", WARNING).at(1000);
        assertThat(windowed.log())
                .containsExactly(
                        "0 all FIRING disk/full WARNING",
                        "300 all RESOLVED disk/full WARNING",
                        "300 all FIRING disk/full WARNING");
    }

    @Test
    void flappingIsToldWhenItBeginsAndWhenItIsCalm() {
        scene.fire("disk/full", WARNING).at(30).flap("disk/full", true);
        scene.at(31).resolve("disk/full").at(32).back("disk/full");
        scene.at(33).resolve("disk/full").at(34).back("disk/full");
        scene.at(60).flap("disk/full", false).at(70).resolve("disk/full").at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full WARNING",
                        "30 all FIRING disk/full WARNING",
                        "60 all FIRING disk/full WARNING",
                        "70 all RESOLVED disk/full WARNING");
        assertThat(scene.sent())
                .extracting(sent -> sent.alerts().get(0).flapping())
                .containsExactly(false, true, false, false);
    }

    @Test
    void whatIsOverWhenItIsCalmIsResolved() {
        scene.fire("disk/full", WARNING).at(30).flap("disk/full", true);
        scene.at(40).resolve("disk/full").at(50).flap("disk/full", false);
        assertThat(scene.log()).endsWith("50 all RESOLVED disk/full WARNING").hasSize(3);
    }
}
