package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.control.LeftOut;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.control.RuleView;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.control.ViewState;
import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerter says of itself, as others find it. */
class ViewTest {

    @TempDir
    Path root;

    private SteppedAlerter alerter;

    @BeforeEach
    void open() {
        alerter = new SteppedAlerter(
                root,
                "alerts.rules.slow.metric=memory.percentage",
                "alerts.rules.slow.warning=70",
                "alerts.rules.slow.for=1h",
                "alerts.silences.night.match.rule=*",
                "alerts.silences.night.hours=00:00-00:01");
    }

    @AfterEach
    void close() {
        alerter.close();
    }

    private AlerterView view() {
        ViewState state = AlerterViewFile.in(alerter.data).read(alerter.now);
        assertThat(state).isInstanceOf(ViewState.Current.class);
        return ((ViewState.Current) state).view();
    }

    private RuleView rule(String name) {
        return view().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void ask(String action, String arguments) {
        try (OrderDesk desk = OrderDesk.open(alerter.data, "console", EpochClock.SYSTEM)) {
            desk.place(new ControlOrder(
                    alerter.now,
                    "ann",
                    action,
                    new PayloadReader().read(arguments.replace('\'', '"').getBytes(StandardCharsets.UTF_8))));
        }
        alerter.settle();
    }

    @Test
    void isThereFromTheFirstTurnOn() {
        alerter.settle();
        assertThat(view().pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(view().leftOut()).isEqualTo(LeftOut.NOTHING);
        assertThat(rule("memory").state()).isEqualTo("unknown");
        assertThat(rule("memory").problem()).isEqualTo("no such metric seen yet");
        assertThat(view().reload().problem()).isEmpty();
    }

    @Test
    void tellsHowRulesAreDoing() {
        alerter.sample(50);
        assertThat(rule("memory").state()).isEqualTo("ok");
        alerter.sample(85);
        assertThat(rule("memory").state()).isEqualTo("firing");
        assertThat(rule("memory").firing()).isEqualTo(1);
        assertThat(rule("memory").unit()).isEqualTo("%");
        assertThat(rule("slow").state()).isEqualTo("pending");
        assertThat(view().pending())
                .singleElement()
                .satisfies(alert -> assertThat(alert.key().rule()).isEqualTo("slow"));
    }

    @Test
    void tellsWhichThresholdsHoldAndWhichAreConfigured() {
        ask("threshold", "{'rule':'memory','levels':{'WARNING':88}}");
        assertThat(rule("memory").thresholds())
                .hasToString("Fields[values={WARNING=Real[value=88.0], CRITICAL=Real[value=90.0]}]");
        assertThat(rule("memory").configured())
                .hasToString("Fields[values={WARNING=Real[value=80.0], CRITICAL=Real[value=90.0]}]");
    }

    @Test
    void tellsWhichSilencesThereAre() {
        String to = Rfc3339.format(alerter.now + 3600 * SteppedAlerter.SECOND);
        ask("silence", "{'id':'made','match':{'rule':['x']},'to':'" + to + "'}");
        assertThat(view().silences())
                .filteredOn(SilenceView::configured)
                .singleElement()
                .satisfies(night -> assertThat(night.id()).isEqualTo("night"));
        assertThat(view().silences())
                .filteredOn(silence -> silence.id().equals("made"))
                .singleElement()
                .satisfies(made -> assertThat(made.state()).isEqualTo("active"));
        ask("unsilence", "{'silence':'made'}");
        assertThat(view().silences())
                .filteredOn(silence -> silence.id().equals("made"))
                .singleElement()
                .satisfies(made -> assertThat(made.state()).isEqualTo("expired"));
    }

    @Test
    void tellsWhichAlertsASilenceHolds() {
        alerter.sample(85);
        String to = Rfc3339.format(alerter.now + 3600 * SteppedAlerter.SECOND);
        ask("silence", "{'id':'made','match':{'rule':['memory']},'to':'" + to + "'}");
        assertThat(held("made")).hasSize(1);
        ask("unsilence", "{'silence':'made'}");
        assertThat(held("made")).isEmpty();
    }

    private List<String> held(String silence) {
        return view().silences().stream()
                .filter(one -> one.id().equals(silence))
                .flatMap(one -> one.holds().stream())
                .toList();
    }

    @Test
    void tellsWhichHandlersAreOff() {
        ask("handler", "{'handler':'file','enabled':false}");
        assertThat(view().handlers())
                .extracting(HandlerView::name, HandlerView::enabled)
                .containsExactlyInAnyOrder(tuple("file", false), tuple("console", true));
    }

    @Test
    void isWrittenAgainAsASignOfLifeAndOtherwiseOnlyWhenSomethingChanges() {
        alerter.settle();
        long first = view().at();
        alerter.turn();
        alerter.turn();
        assertThat(view().at()).as("nothing happened").isEqualTo(first);
        for (int turn = 0; turn < 4; turn++) {
            alerter.turn();
        }
        assertThat(view().at()).isGreaterThan(first);
    }

    @Test
    void alertsAreRaisedEvenWhenItCannotBeWritten() throws IOException {
        Files.createDirectories(AlerterViewFile.in(alerter.data).file());
        alerter.sample(50);
        alerter.sample(85);
        assertThat(alerter.journal.memory().active()).hasSize(1);
        Files.delete(AlerterViewFile.in(alerter.data).file());
        alerter.settle();
        assertThat(rule("memory").state()).isEqualTo("firing");
    }
}
