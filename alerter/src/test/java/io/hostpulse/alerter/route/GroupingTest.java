package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.INFO;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.common.alert.AlertState;
import org.junit.jupiter.api.Test;

/** Times are seconds after the beginning; cooldown and window are 300 s unless a test says otherwise. */
class GroupingTest {

    @Test
    void theFirstOfAGroupGoesOutAtOnce() {
        assertThat(Scene.plain().fire("disk/full{path=/}", WARNING).log())
                .containsExactly("0 all FIRING disk/full{path=/} WARNING");
    }

    @Test
    void whatFollowsInTheWindowGoesOutTogetherAndNamesEach() {
        Scene scene = Scene.plain().fire("disk/full{path=/}", WARNING);
        scene.at(20).fire("disk/full{path=/home}", WARNING);
        scene.at(40).fire("disk/full{path=/var}", WARNING).at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full{path=/} WARNING",
                        "300 all FIRING disk/full{path=/home} WARNING, disk/full{path=/var} WARNING");
    }

    @Test
    void otherGroupsDoNotWait() {
        Scene scene = Scene.plain().fire("disk/full", WARNING).at(20).fire("memory/high", WARNING);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full WARNING", "20 all FIRING memory/high WARNING");
    }

    @Test
    void whatHappensAtOneMomentIsOneNotification() {
        Scene scene = Scene.plain().fire("disk/full{path=/}", WARNING).fire("disk/full{path=/home}", CRITICAL);
        assertThat(scene.log())
                .containsExactly("0 all FIRING disk/full{path=/home} CRITICAL, disk/full{path=/} WARNING");
    }

    @Test
    void whatIsWorseThanAllThatWasToldPassesAndTakesAlongWhatWaits() {
        Scene scene = Scene.plain().fire("disk/full{path=/}", WARNING);
        scene.at(20).fire("disk/full{path=/home}", WARNING);
        scene.at(40).fire("disk/full{path=/var}", CRITICAL);
        scene.at(60).fire("disk/full{path=/tmp}", CRITICAL).at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full{path=/} WARNING",
                        "40 all FIRING disk/full{path=/var} CRITICAL, disk/full{path=/home} WARNING",
                        "340 all FIRING disk/full{path=/tmp} CRITICAL");
    }

    @Test
    void theEndWaitsForTheWindowToo() {
        Scene scene = Scene.plain()
                .fire("disk/full", WARNING)
                .at(60)
                .resolve("disk/full")
                .at(1000);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full WARNING", "300 all RESOLVED disk/full WARNING");
    }

    @Test
    void theEndOpensNoWindow() {
        Scene scene = Scene.plain().fire("disk/full{path=/}", WARNING);
        scene.at(600).resolve("disk/full{path=/}").at(610).fire("disk/full{path=/home}", WARNING);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full{path=/} WARNING",
                        "600 all RESOLVED disk/full{path=/} WARNING",
                        "610 all FIRING disk/full{path=/home} WARNING");
    }

    @Test
    void whatCameAndWentInTheWindowIsStillToldFirstThatItWasOn() {
        Scene scene = Scene.plain().fire("disk/full{path=/}", WARNING);
        scene.at(20)
                .fire("disk/full{path=/home}", WARNING)
                .at(30)
                .resolve("disk/full{path=/home}")
                .at(1000);
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full{path=/} WARNING",
                        "300 all FIRING disk/full{path=/home} WARNING",
                        "300 all RESOLVED disk/full{path=/home} WARNING");
        assertThat(scene.sent().get(1).heldBack()).isEqualTo("1 of these is over already.");
        assertThat(scene.sent().get(1).alerts().get(0).isActive()).isTrue();
    }

    @Test
    void fireAndResolveInOneStepAreToldInOrder() {
        Scene scene = Scene.plain().fire("disk/full", INFO).resolve("disk/full");
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full INFO", "0 all RESOLVED disk/full INFO");
    }

    @Test
    void groupWaitHoldsTheFirstButNeverWhatIsCritical() {
        Scene scene = Scene.of("group_wait: 10s", Scene.everything("all")).fire("disk/full{path=/}", WARNING);
        scene.at(5).fire("disk/full{path=/home}", WARNING).at(20).fire("memory/high", CRITICAL);
        assertThat(scene.log())
                .containsExactly(
                        "10 all FIRING disk/full{path=/} WARNING, disk/full{path=/home} WARNING",
                        "20 all FIRING memory/high CRITICAL");
    }

    @Test
    void groupsAreByWhatIsConfigured() {
        Scene scene =
                Scene.of("group_by: [labels.team]", Scene.everything("all")).fire("disk/full", WARNING);
        scene.at(20).fire("memory/high", WARNING).at(1000);
        assertThat(scene.log()).containsExactly("0 all FIRING disk/full WARNING", "300 all FIRING memory/high WARNING");
    }

    @Test
    void withoutAWindowNothingWaits() {
        Scene scene = Scene.of("group_window: 0", Scene.everything("all")).fire("disk/full{path=/}", WARNING);
        scene.at(1).fire("disk/full{path=/home}", WARNING).at(2).resolve("disk/full{path=/}");
        assertThat(scene.log())
                .containsExactly(
                        "0 all FIRING disk/full{path=/} WARNING",
                        "1 all FIRING disk/full{path=/home} WARNING",
                        "2 all RESOLVED disk/full{path=/} WARNING");
    }

    @Test
    void keysAreShortAsciiAndEachNotificationHasItsOwn() {
        Scene scene = Scene.plain().fire("disk/full", WARNING);
        scene.at(20).fire("disk/ü", CRITICAL).at(400).resolve("disk/full").resolve("disk/ü");
        scene.at(401).fire("disk/full", WARNING).at(3000);
        assertThat(scene.sent())
                .extracting(Notification::key)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("[!-~]{1,64}"));
    }

    @Test
    void theSameDecisionHasTheSameKey() {
        assertThat(Scene.plain().fire("disk/full", WARNING).sent())
                .isEqualTo(Scene.plain().fire("disk/full", WARNING).sent());
    }

    @Test
    void pendingAlertsAndEndsOfUnknownOnesAreNothing() {
        Scene scene = Scene.plain();
        scene.event(new RoutingEvent.AlertChanged(
                Alerts.with(Alerts.on("disk/full", WARNING, 0), WARNING, AlertState.PENDING, false, 0)));
        scene.event(new RoutingEvent.AlertChanged(
                Alerts.with(Alerts.on("disk/old", WARNING, 0), WARNING, AlertState.RESOLVED, false, 0)));
        assertThat(scene.log()).isEmpty();
        assertThat(scene.again()).isEmpty();
        assertThat(scene.journal()).isEmpty();
    }

    @Test
    void nothingIsKeptOfWhatIsOver() {
        Scene scene = Scene.plain()
                .fire("disk/full", WARNING)
                .at(600)
                .resolve("disk/full")
                .at(601);
        RoutingMemory folded = new RoutingMemory();
        scene.journal().forEach(folded::apply);
        assertThat(folded.records()).isEmpty();
    }
}
