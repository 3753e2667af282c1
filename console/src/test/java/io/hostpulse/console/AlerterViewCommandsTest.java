package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.control.DeadLetterView;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.console.fixture.DataFixture;
import io.hostpulse.console.fixture.JournalFixture;
import io.hostpulse.console.fixture.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alerter says of its rules, silences and handlers, and orders about them. */
class AlerterViewCommandsTest {

    private static final long SECOND = DataFixture.SECOND;

    @TempDir
    private Path root;

    private final Views views = new Views();
    private ConsoleFixture console;
    private JournalFixture journal;

    @BeforeEach
    void create() throws IOException {
        console = new ConsoleFixture(root);
        console.properties.put("user.name", "ada");
        journal = new JournalFixture(console.data);
        console.proc.process(45, "java io.hostpulse.alerter.AlerterMain");
        console.data.mark("alerter", 45, ProcessState.RUNNING, console.data.now());
        console.pause = moment -> {
            console.data.step(Duration.ofMillis(50));
            journal.answer("", "");
        };
        views.rules.add(Views.rule("memory", Views.thresholds(85, 90.5), Views.thresholds(80, 90.5), "firing"));
        views.rules.add(Views.rule("gpu", Views.thresholds(80, 90), Views.thresholds(80, 90), "unknown"));
        views.silences.add(silence("nights", "waiting", false));
        views.silences.add(silence("old", "expired", true));
        views.handlers.add(Views.handler("console", console.data.now() - 65 * SECOND));
        views.handlers.add(Views.failing("mail", 3, 1, "550 no such user", console.data.now() - 5 * SECOND));
        views.deadLetters.add(new DeadLetterView(
                "mail", "k7", console.data.now(), List.of("5f2c81d0a9e4"), "High disk usage", "550 no such user", 3));
        journal.view(views.at(console.data.now()));
    }

    private static SilenceView silence(String id, String state, boolean configured) {
        Fields silence = Fields.builder()
                .put("id", id)
                .put("kind", "SILENCE")
                .put(
                        "match",
                        Fields.builder()
                                .put("rule", List.of(new Value.Text("disk*")))
                                .put(
                                        "labels",
                                        Fields.builder()
                                                .put("team", List.of(new Value.Text("data")))
                                                .build())
                                .build())
                .put("to", "2025-01-03T12:15:30.000000Z")
                .put(
                        "schedule",
                        Fields.builder()
                                .put("days", List.of(new Value.Text("fri")))
                                .put("hours", List.of(new Value.Text("22:00-06:00")))
                                .put("zone", "UTC")
                                .build())
                .put("author", "bob")
                .put("comment", "nightly batch")
                .build();
        return new SilenceView(silence, state, configured, List.of());
    }

    private List<Fields> asked() {
        return journal.orders().stream()
                .map(order -> (Fields) order.get("arguments").orElseThrow())
                .toList();
    }

    @Test
    void showsThresholdsAndWhichWereSetByHand() {
        assertThat(console.run("alerts", "thresholds")).isZero();
        assertThat(console.out()).isEqualTo("""
                RULE    METRIC             CONDITION     INFO          WARNING  CRITICAL  STATE        WATCHES  PROBLEM
                memory  memory.percentage  greater than     -  85 % (was 80 %)    90.5 %  1 on               1
                gpu     gpu.percentage     greater than     -             80 %      90 %  no data yet        0
                """);
        assertThat(console.run("alerts", "thresholds", "--json")).isZero();
        assertThat(console.out()).contains("\"known\":true").contains("\"rules\":[{\"name\":\"memory\"");
    }

    @Test
    void saysThatAReloadFailed() throws IOException {
        views.reloadProblem = "config.yaml:3: alerts.rules.x.metric: is missing";
        journal.view(views.at(console.data.now()));
        assertThat(console.run("alerts", "thresholds")).isZero();
        assertThat(console.out())
                .endsWith("The configuration that was read last is not in force: " + views.reloadProblem + "\n");
    }

    @Test
    void showsWhatIsOldButSaysSo() {
        console.data.step(Duration.ofSeconds(40));
        assertThat(console.run("alerts", "thresholds")).isEqualTo(1);
        assertThat(console.out()).startsWith("RULE ");
        assertThat(console.err()).startsWith("hostpulse: this may no longer be so: the alerter ");
    }

    @Test
    void setsThresholds() {
        assertThat(console.run("alerts", "threshold", "memory", "warning=70", "critical=95.5"))
                .isZero();
        assertThat(console.out()).isEqualTo("thresholds are set: memory warning=70 critical=95.5\n");
        assertThat(asked())
                .containsExactly(Fields.builder()
                        .put("rule", "memory")
                        .put(
                                "levels",
                                Fields.builder()
                                        .put("WARNING", 70.0)
                                        .put("CRITICAL", 95.5)
                                        .build())
                        .build());
    }

    @Test
    void resetsOnlyWhatWasSetByHand() {
        assertThat(console.run("alerts", "threshold", "memory", "--reset")).isZero();
        assertThat(asked()).singleElement().satisfies(asked -> assertThat(
                        ((Fields) asked.get("levels").orElseThrow()).values())
                .containsOnlyKeys("WARNING"));
        assertThat(console.run("alerts", "threshold", "gpu", "--reset")).isZero();
        assertThat(console.out()).endsWith("the thresholds of gpu are those of the configuration\n");
    }

    @Test
    void refusesThresholdsThatAreNone() {
        assertThat(console.run("alerts", "threshold", "memroy", "warning=70")).isEqualTo(2);
        assertThat(console.err()).contains("there is no rule 'memroy'; did you mean 'memory'?; there are memory, gpu");
        assertThat(console.run("alerts", "threshold", "memory", "warning=much")).isEqualTo(2);
        assertThat(console.err()).contains("'much' is no number");
        assertThat(console.run("alerts", "threshold", "memory", "warning")).isEqualTo(2);
        assertThat(console.run("alerts", "threshold", "memory")).isEqualTo(2);
        assertThat(console.run("alerts", "threshold", "memory", "info=1", "--reset"))
                .isEqualTo(2);
        assertThat(asked()).isEmpty();
    }

    @Test
    void showsSilences() {
        assertThat(console.run("alerts", "silences")).isZero();
        assertThat(console.out()).isEqualTo("""
                ID      STATE    ALERTS                       HOLDS  WHEN                                                      FROM     BY   COMMENT
                nights  waiting  rule disk*, label team data      -  until 2025-01-03 12:15:30 (2 h 0 m), fri 22:00-06:00 UTC  by hand  bob  nightly batch
                """);
        assertThat(console.run("alerts", "silences", "--all")).isZero();
        assertThat(console.out()).contains("old     over ").contains("configuration");
        assertThat(console.run("alerts", "silences", "--json")).isZero();
        assertThat(console.out()).contains("\"silences\":[{\"id\":\"nights\"").doesNotContain("\"id\":\"old\"");
    }

    @Test
    void endsASilenceByTheBeginningOfItsName() {
        assertThat(console.run("alerts", "unsilence", "ni")).isZero();
        assertThat(console.out()).isEqualTo("silence nights is over\n");
        assertThat(asked())
                .containsExactly(Fields.builder().put("silence", "nights").build());
        assertThat(console.run("alerts", "unsilence", "days")).isEqualTo(2);
        assertThat(console.err()).contains("there is no silence 'days'");
    }

    @Test
    void showsHandlers() {
        assertThat(console.run("notify", "list")).isZero();
        assertThat(console.out()).isEqualTo("""
                HANDLER  TYPE     STATE    QUEUED  HANDLED  FAILED  DEAD  LAST DELIVERED  LAST ERROR
                console  console  enabled       0       12       1     0  1 m 5 s ago
                mail     email    failing       3        3       7     1  never           550 no such user (5.0 s ago)
                """);
        assertThat(console.run("notify", "list", "--json")).isZero();
        assertThat(console.out()).contains("\"handlers\":[{\"name\":\"console\"");
    }

    @Test
    void switchesHandlers() {
        assertThat(console.run("notify", "disable", "mail")).isZero();
        assertThat(console.out()).isEqualTo("handler mail is disabled\n");
        assertThat(asked())
                .containsExactly(Fields.builder()
                        .put("handler", "mail")
                        .put("enabled", false)
                        .build());
        assertThat(console.run("notify", "enable", "mial")).isEqualTo(2);
        assertThat(console.err()).contains("there is no handler 'mial'; did you mean 'mail'?");
    }

    @Test
    void showsAndResendsWhatWasGivenUp() {
        assertThat(console.run("notify", "dead", "mail")).isZero();
        assertThat(console.out()).isEqualTo("""
                HANDLER  KEY  GIVEN UP             TRIES  WHY               WHAT
                mail     k7   2025-01-03 10:15:30      3  550 no such user  High disk usage
                """);
        assertThat(console.run("notify", "dead", "console")).isZero();
        assertThat(console.out()).endsWith("nothing was given up\n");
        console.pause = moment -> journal.answer("", "1");
        assertThat(console.run("notify", "resend", "mail", "k7")).isZero();
        assertThat(console.out()).endsWith("sent again by mail: 1 notification\n");
        assertThat(asked())
                .containsExactly(
                        Fields.builder().put("handler", "mail").put("key", "k7").build());
    }

    @Test
    void statusSaysWhatIsOnAndWhoCannotBeTold() throws IOException {
        assertThat(console.run("status")).isZero();
        assertThat(console.out())
                .contains("\nAlerts: nothing on; handlers in trouble: mail (3 queued, 1 given up) (0 ms ago)\n");
        assertThat(console.run("status", "--json")).isZero();
        assertThat(console.out())
                .contains("\"alerting\":{\"known\":true,\"age_seconds\":0.0,\"info\":0,\"warning\":0,\"critical\":0,"
                        + "\"pending\":0,\"handlers_in_trouble\":[\"mail\"]}");
        console.data.step(Duration.ofSeconds(40));
        assertThat(console.run("status")).isZero();
        assertThat(console.out()).contains("\nAlerts: not known now, the alerter ");
    }
}
