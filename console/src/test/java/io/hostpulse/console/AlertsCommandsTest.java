package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.console.fixture.Alerts;
import io.hostpulse.console.fixture.DataFixture;
import io.hostpulse.console.fixture.JournalFixture;
import io.hostpulse.console.fixture.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsCommandsTest {

    private static final long SECOND = DataFixture.SECOND;

    @TempDir
    private Path root;

    private ConsoleFixture console;
    private JournalFixture journal;
    private Alert disk;
    private Alert memory;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
        console.properties.put("user.name", "ada");
        journal = new JournalFixture(console.data);
        disk = Alerts.firing("disk", "path=/home", AlertLevel.CRITICAL, console.data.now() - 600 * SECOND);
        memory = Alerts.firing("memory", "", AlertLevel.WARNING, console.data.now() - 60 * SECOND);
    }

    private void alerterRuns() throws IOException {
        console.proc.process(45, "java io.hostpulse.alerter.AlerterMain");
        console.data.mark("alerter", 45, ProcessState.RUNNING, console.data.now());
        journal.view(Views.empty(console.data.now()));
    }

    /** The alerter answers everything that it has not answered yet. */
    private void alerterAnswers(String refusal, String result) {
        console.pause = moment -> {
            console.data.step(Duration.ofMillis(50));
            journal.answer(refusal, result);
        };
    }

    private void alerterIsSlow() {
        console.pause = moment -> console.data.step(Duration.ofSeconds(1));
    }

    private Fields onlyOrder() {
        assertThat(journal.orders()).hasSize(1);
        return journal.orders().get(0);
    }

    private static Fields arguments(Fields order) {
        return (Fields) order.get("arguments").orElseThrow();
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Test
    void listsWhatIsOnAndForgetsWhatIsOver() throws IOException {
        journal.changed("fired", disk, "");
        journal.routed();
        journal.changed("fired", memory, "");
        journal.changed("resolved", Alerts.resolved(disk, console.data.now()), "the value is normal again");
        alerterRuns();
        assertThat(console.run("alerts")).isZero();
        assertThat(console.out())
                .startsWith("1 alert is on: 1 warning (0 ms ago)\n")
                .contains(memory.id())
                .doesNotContain(disk.id());
        assertThat(console.err()).isEmpty();
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        journal.changed("fired", memory, "");
        alerterRuns();
        assertThat(console.run("alerts", "--json")).isZero();
        assertThat(console.out())
                .startsWith("{\"timestamp\":\"2025-01-03T10:15:30.000000Z\",\"known\":true,\"age_seconds\":0.0,"
                        + "\"alerts\":[{\"timestamp\":\"2025-01-03T10:14:30.000000Z\",\"component\":\"memory\",")
                .contains("\"pending\":[]");
    }

    @Test
    void endsWithOneWhenNobodyWatches() {
        journal.changed("fired", memory, "");
        assertThat(console.run("alerts")).isEqualTo(1);
        assertThat(console.out()).startsWith("How things are now is not known: the alerter has never run here");
        assertThat(console.run("alerts", "--json")).isEqualTo(1);
        assertThat(console.out()).contains("\"known\":false,\"problem\":\"the alerter has never run here");
    }

    @Test
    void saysWhatOfTheJournalCannotBeUnderstood() throws IOException {
        journal.strange();
        journal.changed("fired", memory, "");
        alerterRuns();
        assertThat(console.run("alerts")).isZero();
        assertThat(console.out()).startsWith("1 alert is on");
        assertThat(console.err())
                .startsWith(
                        "hostpulse: the journal of alerts is incomplete, and so may be what is shown: entry 1 cannot"
                                + " be understood: ");
    }

    @Test
    void tenThousandAlertsAreCut() throws IOException {
        journal.fired(IntStream.range(0, 10_000)
                .mapToObj(i -> Alerts.firing("disk", "path=/" + i, AlertLevel.WARNING, console.data.now())));
        alerterRuns();
        assertThat(console.run("alerts")).isZero();
        assertThat(console.out())
                .startsWith("10000 alerts are on")
                .endsWith("… and 9800 more: -n 100000 or --json shows them\n");
    }

    @Test
    void showsHistoryNewestFirstWithWhoWasTold() throws IOException {
        journal.changed("fired", disk, "");
        journal.done("console", "delivered", "written", disk.id());
        journal.done("mail", "expired", "no answer", disk.id());
        journal.changed("fired", memory, "");
        journal.changed("resolved", Alerts.resolved(disk, disk.since() + 65 * SECOND), "the value is normal again");
        assertThat(console.run("alerts", "history")).isZero();
        assertThat(console.out())
                .isEqualTo("""
                BEGAN                ENDED                 LASTED  LEVEL     RULE    WHERE         PEAK  ID            TOLD                         HOW IT ENDED
                2025-01-03 10:14:30  -                    1 m 0 s  WARNING   memory  -           96.5 %  ID-MEMORY---  nobody yet                   it is still on
                2025-01-03 10:05:30  2025-01-03 10:06:35  1 m 5 s  CRITICAL  disk    path=/home  96.5 %  ID-DISK-----  console, not mail (expired)  the value is normal again
                """.replace("ID-MEMORY---", memory.id()).replace("ID-DISK-----", disk.id()));
    }

    @Test
    void filtersHistory() throws IOException {
        journal.changed("fired", disk, "");
        journal.changed("fired", memory, "");
        journal.changed("resolved", Alerts.resolved(disk, disk.since() + 65 * SECOND), "");
        assertThat(console.run("alerts", "history", "--since", "2m", "--json")).isZero();
        assertThat(console.out()).contains(memory.id()).doesNotContain(disk.id());
        assertThat(console.run("alerts", "history", "--until", "5m", "--rule", "d?s*", "--level", "critical"))
                .isZero();
        assertThat(console.out()).contains(disk.id());
        assertThat(console.run("alerts", "history", "--component", "gpu")).isZero();
        assertThat(console.out()).endsWith("no alert was on\n");
        assertThat(console.run("alerts", "history", "--level", "bad")).isEqualTo(2);
        assertThat(console.err()).contains("there is no level 'bad'; there are info, warning, critical");
    }

    @Test
    void showsEverythingAboutOneAlert() throws IOException {
        Fields context = Fields.builder()
                .put(
                        "processes",
                        List.of(Fields.builder()
                                .put("pid", 4711)
                                .put("name", "du\u001b[2J")
                                .put("user", "root")
                                .put("use", "87.5 % CPU")
                                .build()))
                .put("recent", List.of(point(10, 80), point(11, 85), point(12, 96.5)))
                .build();
        journal.changed("fired", disk, "", context);
        journal.changed("acknowledged", Alerts.acknowledged(disk, "ada", "cleaning up"), "");
        journal.done("console", "delivered", "written", disk.id());
        journal.ordered(
                order(
                        "resolve",
                        Fields.builder()
                                .put("alert", disk.id())
                                .put("text", "moved")
                                .build()),
                "",
                "");
        journal.changed("resolved", Alerts.resolved(disk, disk.since() + 65 * SECOND), "resolved by hand");
        assertThat(console.run("alerts", "show", disk.id().substring(0, 4).toUpperCase(Locale.ROOT)))
                .isZero();
        assertThat(console.out())
                .startsWith("CRITICAL  High disk usage: 96.5% (threshold: 80.0%)\n")
                .contains("ended          2025-01-03 10:06:35, resolved by hand by bob: moved\n")
                .contains("minute before  ▁▃█  80 % to 96.5 %\n")
                .contains("4711  root  87.5 % CPU  du\\u001b[2J\n")
                .contains("2025-01-03 10:06:30  acknowledged  CRITICAL  96.5 %  by ada: cleaning up\n")
                .contains("console  delivered      1  250 ms  written\n");
        assertThat(console.run("alerts", "show", disk.id(), "--json")).isZero();
        assertThat(console.out())
                .contains("\"ending\":\"resolved by hand by bob: moved\",\"context\":{\"processes\":[");
    }

    private static Fields point(int second, double value) {
        return Fields.builder()
                .put("timestamp", "2025-01-03T10:05:" + second + "Z")
                .put("value", value)
                .build();
    }

    private static Fields order(String action, Fields arguments) {
        return Fields.builder()
                .put("stream", "control-broker")
                .put("sequence", 1)
                .put("by", "bob")
                .put("action", action)
                .put("arguments", arguments)
                .build();
    }

    @Test
    void namesWhatThereIsWhenAnIdIsNone() throws IOException {
        journal.changed("fired", disk, "");
        assertThat(console.run("alerts", "show", "nothing")).isEqualTo(2);
        assertThat(console.err())
                .isEqualTo("hostpulse: there is no alert 'nothing'; on are: " + disk.id() + " (disk{path=/home})\n");
        journal.changed("resolved", Alerts.resolved(disk, console.data.now()), "");
        alerterRuns();
        assertThat(console.run("alerts", "ack", disk.id())).isEqualTo(2);
        assertThat(console.err()).endsWith("alert " + disk.id() + " (disk{path=/home}) is over; none is on\n");
        assertThat(journal.orders()).isEmpty();
    }

    @Test
    void asksBackWhenTheBeginningOfAnIdIsNotEnough() throws IOException {
        journal.fired(IntStream.range(0, 40)
                .mapToObj(i -> Alerts.firing("disk", "path=/" + i, AlertLevel.WARNING, console.data.now())));
        alerterRuns();
        assertThat(console.run("alerts", "ack", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"))
                .isEqualTo(2);
        assertThat(console.err()).contains("may be any of ").endsWith(": write more of it\n");
    }

    @Test
    void acknowledges() throws IOException {
        journal.changed("fired", disk, "");
        alerterRuns();
        alerterAnswers("", "");
        assertThat(console.run("alerts", "ack", disk.id().substring(0, 5), "-m", "on it"))
                .isZero();
        assertThat(console.out()).isEqualTo("acknowledged " + disk.id() + " (disk{path=/home})\n");
        assertThat(onlyOrder().get("by")).contains(text("ada"));
        assertThat(onlyOrder().get("action")).contains(text("acknowledge"));
        assertThat(arguments(onlyOrder()))
                .isEqualTo(Fields.builder()
                        .put("alert", disk.id())
                        .put("text", "on it")
                        .build());
    }

    @Test
    void acknowledgesAllThatNobodyTakesCareOf() throws IOException {
        journal.changed("fired", disk, "");
        journal.changed("fired", memory, "");
        journal.changed("acknowledged", Alerts.acknowledged(memory, "bob", ""), "");
        alerterRuns();
        alerterAnswers("", "");
        assertThat(console.run("alerts", "ack", "--all")).isZero();
        assertThat(arguments(onlyOrder()).get("alert")).contains(text(disk.id()));
        assertThat(console.run("alerts", "ack")).isEqualTo(2);
        assertThat(console.run("alerts", "ack", "--all", disk.id())).isEqualTo(2);
    }

    @Test
    void thatNothingIsOnIsNotCertainWhenNobodyWatches() {
        assertThat(console.run("alerts", "ack", "--all")).isEqualTo(1);
        assertThat(console.out()).isEqualTo("there is nothing to acknowledge\n");
        assertThat(console.err()).contains("the alerter has never run here");
    }

    @Test
    void saysWhoAsksBehindSudo() throws IOException {
        console.properties.put("user.name", "root");
        console.environment.put("SUDO_USER", "ada");
        journal.changed("fired", disk, "");
        alerterRuns();
        alerterAnswers("", "");
        assertThat(console.run("alerts", "resolve", disk.id())).isZero();
        assertThat(onlyOrder().get("by")).contains(text("ada"));
    }

    @Test
    void showsARefusalAndEndsWithOne() throws IOException {
        journal.changed("fired", disk, "");
        alerterRuns();
        alerterAnswers("it has just ended", "");
        assertThat(console.run("alerts", "note", disk.id(), "waiting", "for", "a", "disk"))
                .isEqualTo(1);
        assertThat(console.err())
                .isEqualTo("hostpulse: 'note " + disk.id() + " (disk{path=/home})' was refused: it has just ended\n");
        assertThat(arguments(onlyOrder()).get("text")).contains(text("waiting for a disk"));
    }

    @Test
    void waitsTenSecondsAndSaysThatItWillBeDone() throws IOException {
        journal.changed("fired", disk, "");
        alerterRuns();
        alerterIsSlow();
        assertThat(console.run("alerts", "resolve", disk.id())).isEqualTo(75);
        assertThat(console.err())
                .contains("was placed, but the alerter has not answered within 10 s: it will do so when it can");
        assertThat(journal.orders()).hasSize(1);
    }

    @Test
    void doesNotWaitForAnAlerterThatDoesNotRun() {
        journal.changed("fired", disk, "");
        assertThat(console.run("alerts", "ack", disk.id())).isEqualTo(75);
        assertThat(console.err()).contains("was placed, but the alerter does not run: it will do so when it runs");
        assertThat(journal.orders()).hasSize(1);
    }

    @Test
    void placesNothingWhereHostpulseHasNeverRun() {
        assertThat(console.run("alerts", "reload")).isEqualTo(1);
        assertThat(console.err()).contains("Hostpulse has never run on");
        assertThat(journal.orders()).isEmpty();
    }

    @Test
    void refusesATextThatIsTooLong() throws IOException {
        journal.changed("fired", disk, "");
        alerterRuns();
        assertThat(console.run("alerts", "ack", disk.id(), "-m", "x".repeat(4097)))
                .isEqualTo(2);
        assertThat(console.err()).startsWith("the text is too long: at most 4096 bytes can be kept\n");
    }

    @Test
    void makesASilence() throws IOException {
        alerterRuns();
        alerterAnswers("", "s-1");
        assertThat(console.run(
                        "alerts", "silence", "--rule", "disk*", "--label", "team=data", "--for", "2h", "-m", "moving"))
                .isZero();
        assertThat(console.out()).isEqualTo("silence s-1 is made; 'hostpulse alerts unsilence s-1' ends it\n");
        Fields match = Fields.builder()
                .put("rule", List.of(text("disk*")))
                .put(
                        "labels",
                        Fields.builder().put("team", List.of(text("data"))).build())
                .build();
        assertThat(arguments(onlyOrder()))
                .isEqualTo(Fields.builder()
                        .put("kind", "SILENCE")
                        .put("match", match)
                        .put("to", "2025-01-03T12:15:30.000000Z")
                        .put("author", "ada")
                        .put("comment", "moving")
                        .build());
    }

    @Test
    void silencesOneAlertUntilATime() throws IOException {
        journal.changed("fired", disk, "");
        alerterRuns();
        alerterAnswers("", "s-1");
        assertThat(console.run("alerts", "silence", disk.id(), "--until", "18:00"))
                .isZero();
        Fields silence = arguments(onlyOrder());
        assertThat(silence.get("to")).contains(text("2025-01-03T18:00:00.000000Z"));
        assertThat(((Fields) silence.get("match").orElseThrow()).get("dimension"))
                .contains(new Value.Sequence(List.of(text("=path=/home"))));
    }

    @Test
    void silencesAtHours() throws IOException {
        alerterRuns();
        alerterAnswers("", "nights");
        assertThat(console.run(
                        "alerts",
                        "silence",
                        "--match",
                        "metric=usage*",
                        "--days",
                        "mon-fri,sun",
                        "--hours",
                        "22:00-06:00",
                        "--zone",
                        "Europe/Paris",
                        "--id",
                        "nights",
                        "--maintenance"))
                .isZero();
        assertThat(arguments(onlyOrder()).get("id")).contains(text("nights"));
        assertThat(arguments(onlyOrder()).get("kind")).contains(text("MAINTENANCE"));
        assertThat(arguments(onlyOrder()).get("schedule"))
                .contains(Fields.builder()
                        .put("days", List.of(text("mon-fri"), text("sun")))
                        .put("hours", List.of(text("22:00-06:00")))
                        .put("zone", "Europe/Paris")
                        .build());
    }

    @Test
    void refusesASilenceAboutNothingOrForEver() throws IOException {
        alerterRuns();
        assertThat(console.run("alerts", "silence", "--for", "2h")).isEqualTo(2);
        assertThat(console.err()).contains("say which alerts").contains("--rule '*' means all of them");
        assertThat(console.run("alerts", "silence", "--rule", "disk")).isEqualTo(2);
        assertThat(console.err()).contains("say how long, with --for 2h");
        assertThat(console.run("alerts", "silence", "--rule", "disk", "--for", "soon"))
                .isEqualTo(2);
        assertThat(console.err()).contains("'soon' is no length of time: write 30m, 2h, 3d or 1w");
        assertThat(console.run("alerts", "silence", "--level", "critcal", "--for", "1h"))
                .isEqualTo(2);
        assertThat(console.err()).contains("there is no level 'critcal'; did you mean 'critical'?");
        assertThat(journal.orders()).isEmpty();
    }
}
