package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.INFO;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.silence.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientTest {

    @Test
    void eachGetsWhatItWantsAndTheRestIsCountedWithItsReason() {
        Recipient off = new Recipient("off", false, INFO, List.of(), Map.of(), Optional.empty(), true);
        Recipient dev = new Recipient(
                "dev", true, INFO, List.of(), Map.of("team", TextPattern.parse("dev")), Optional.empty(), true);
        Scene scene = Scene.of(
                "",
                Scene.from("pager", CRITICAL),
                Scene.components("disks", "dis?"),
                dev,
                off,
                Scene.everything("all"));
        scene.fire("memory/high", WARNING);
        assertThat(scene.log()).containsExactly("0 all FIRING memory/high WARNING");
        assertThat(scene.unsent())
                .containsExactly("0 pager level", "0 disks component", "0 dev labels", "0 off disabled");
    }

    @Test
    void whoBecameBadEnoughIsToldThen() {
        Scene scene = Scene.of("", Scene.from("pager", CRITICAL)).fire("disk/full", WARNING);
        scene.at(10).change("disk/full", CRITICAL).at(1000).change("disk/full", WARNING);
        scene.at(1010).resolve("disk/full").at(2000);
        assertThat(scene.log())
                .containsExactly(
                        "10 pager FIRING disk/full CRITICAL",
                        "1000 pager FIRING disk/full WARNING",
                        "1300 pager RESOLVED disk/full WARNING");
    }

    @Test
    void outsideItsHoursAHandlerIsToldLaterOfWhatIsStillOn() {
        Scene scene = Scene.of("", Scene.hours("day", "13:00-18:00"));
        scene.fire("disk/full", WARNING)
                .fire("disk/slow", WARNING)
                .at(10)
                .resolve("disk/slow")
                .at(4000);
        assertThat(scene.log()).containsExactly("3600 day FIRING disk/full WARNING");
        assertThat(scene.unsent()).containsExactly("0 day hours", "0 day hours");
    }

    @Test
    void anEndOutsideItsHoursIsToldWhenTheyBegin() {
        Scene scene = Scene.of("repeat: 0", Scene.hours("day", "08:00-13:00")).fire("disk/full", WARNING);
        scene.at(7200).resolve("disk/full").at(100_000);
        assertThat(scene.log())
                .containsExactly("0 day FIRING disk/full WARNING", "72000 day RESOLVED disk/full WARNING");
    }

    @Test
    void whoDoesNotWantToKnowWhatIsOverIsNotTold() {
        Recipient quiet = new Recipient("quiet", true, INFO, List.of(), Map.of(), Optional.empty(), false);
        Scene scene = Scene.of("", quiet)
                .fire("disk/full", WARNING)
                .at(1000)
                .resolve("disk/full")
                .at(2000);
        assertThat(scene.log()).containsExactly("0 quiet FIRING disk/full WARNING");
        assertThat(scene.unsent()).containsExactly("1000 quiet resolved");
        assertThat(scene.again()).isEmpty();
    }
}
