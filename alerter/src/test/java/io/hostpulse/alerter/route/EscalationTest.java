package io.hostpulse.alerter.route;

import static io.hostpulse.common.alert.AlertLevel.CRITICAL;
import static io.hostpulse.common.alert.AlertLevel.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscalationTest {

    private static final String SETTINGS = """
            repeat: 1h
            escalation:
              second: {after: 30m, handlers: [boss]}
              third: {after: 2h, handlers: [phone]}
            """;

    private final Scene scene =
            Scene.of(SETTINGS, Scene.everything("mail"), Scene.everything("boss"), Scene.from("phone", CRITICAL));

    @Test
    void othersAreToldStepByStepUntilSomebodyAcknowledges() {
        scene.fire("disk/full", CRITICAL).at(7300).acknowledge("disk/full").at(20_000);
        assertThat(scene.log())
                .containsExactly(
                        "0 mail FIRING disk/full CRITICAL",
                        "1800 boss FIRING disk/full CRITICAL",
                        "3600 mail REMINDER disk/full CRITICAL",
                        "5400 boss REMINDER disk/full CRITICAL",
                        "7200 mail REMINDER disk/full CRITICAL",
                        "7200 phone FIRING disk/full CRITICAL",
                        "7300 mail ACKNOWLEDGED disk/full CRITICAL",
                        "7300 boss ACKNOWLEDGED disk/full CRITICAL",
                        "7300 phone ACKNOWLEDGED disk/full CRITICAL");
        assertThat(scene.sent().get(1).heldBack()).isEqualTo("Nobody has acknowledged this for 30 minutes.");
    }

    @Test
    void whoAcknowledgesInTimeStopsBoth() {
        scene.fire("disk/full", CRITICAL).at(60).acknowledge("disk/full").at(20_000);
        assertThat(scene.log())
                .containsExactly("0 mail FIRING disk/full CRITICAL", "60 mail ACKNOWLEDGED disk/full CRITICAL");
    }

    @Test
    void whoWasNotToldOfTheBeginningIsNotToldOfTheEnd() {
        scene.fire("disk/full", CRITICAL).at(1000).resolve("disk/full").at(20_000);
        assertThat(scene.log())
                .containsExactly("0 mail FIRING disk/full CRITICAL", "1000 mail RESOLVED disk/full CRITICAL");
    }

    @Test
    void aNewOccurrenceStartsAgain() {
        scene.fire("disk/full", CRITICAL)
                .at(60)
                .acknowledge("disk/full")
                .at(100)
                .resolve("disk/full");
        scene.at(1000).fire("disk/full", CRITICAL).at(3000);
        assertThat(scene.log()).contains("1000 mail FIRING disk/full CRITICAL", "2800 boss FIRING disk/full CRITICAL");
    }

    @Test
    void anAcknowledgementThatIsTakenBackStartsRemindersAgain() {
        scene.fire("disk/full", WARNING)
                .at(60)
                .acknowledge("disk/full")
                .at(4000)
                .back("disk/full");
        scene.at(4100).acknowledge("disk/full").at(5000);
        assertThat(scene.log())
                .containsExactly(
                        "0 mail FIRING disk/full WARNING",
                        "60 mail ACKNOWLEDGED disk/full WARNING",
                        "4000 mail REMINDER disk/full WARNING",
                        "4000 boss FIRING disk/full WARNING",
                        "4100 mail ACKNOWLEDGED disk/full WARNING",
                        "4100 boss ACKNOWLEDGED disk/full WARNING");
    }

    @Test
    void remindersOfAGroupGoTogether() {
        scene.fire("disk/full", WARNING).at(10).fire("disk/slow", WARNING).at(3900);
        assertThat(scene.log())
                .contains("300 mail FIRING disk/slow WARNING", "3600 mail REMINDER disk/full WARNING")
                .contains("3900 mail REMINDER disk/slow WARNING");
    }

    @Test
    void withoutRepeatThereAreNoReminders() {
        Scene once = Scene.of("repeat: 0", Scene.everything("mail"))
                .fire("disk/full", WARNING)
                .at(1_000_000);
        assertThat(once.log()).containsExactly("0 mail FIRING disk/full WARNING");
        assertThat(once.again()).isEmpty();
    }
}
