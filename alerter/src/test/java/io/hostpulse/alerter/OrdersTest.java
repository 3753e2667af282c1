package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.control.OrderAnswer;
import io.hostpulse.common.control.OrderDesk;
import io.hostpulse.common.control.OrderTicket;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask for, from the control stream to the answer, with the alerter's own loop. */
class OrdersTest {

    @TempDir
    Path root;

    private SteppedAlerter alerter;
    private OrderDesk desk;

    @BeforeEach
    void open() {
        alerter = new SteppedAlerter(root);
        desk = OrderDesk.open(alerter.data, "console", EpochClock.SYSTEM);
    }

    @AfterEach
    void close() {
        desk.close();
        alerter.close();
    }

    private OrderAnswer ask(String action, String arguments) {
        OrderTicket ticket = place(desk, action, arguments);
        alerter.settle();
        return desk.answer(ticket).orElseThrow(() -> new AssertionError("no answer"));
    }

    private OrderTicket place(OrderDesk at, String action, String arguments) {
        return at.place(new ControlOrder(alerter.now, "ann", action, json(arguments)));
    }

    // With single quotes, for the reader's sake.
    private static Fields json(String text) {
        return new PayloadReader().read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void measured(String... streams) {
        for (String stream : streams) {
            SnapshotAppender.open(
                            alerter.data.queues().resolve(stream),
                            new StreamDescriptor(new StreamName(stream), Duration.ofSeconds(1), "collector-" + stream),
                            EpochClock.SYSTEM::nanos)
                    .close();
        }
    }

    private Monitoring monitoring() throws IOException {
        return MonitoringFile.in(alerter.data).read();
    }

    @Test
    void stopsAndStartsWhatIsMeasured() throws Exception {
        measured("disk", "memory", "network");
        assertThat(ask("stop_monitoring", "{'streams':['disk','memory'],'comment':'new cables'}"))
                .isEqualTo(new OrderAnswer("", "disk, memory"));
        assertThat(monitoring().of("disk").orElseThrow().reason())
                .startsWith("stopped by ann at ")
                .endsWith("Z: new cables");
        assertThat(monitoring().of("network")).isEmpty();
        assertThat(ask("start_monitoring", "{'streams':['disk']}")).isEqualTo(new OrderAnswer("", "disk"));
        assertThat(monitoring().streams()).containsOnlyKeys("memory");
        done("stop_monitoring", "{}");
        assertThat(monitoring().of("disk")).isPresent();
        assertThat(monitoring().of("one that is yet to come")).isPresent();
        done("start_monitoring", "{}");
        assertThat(monitoring()).isEqualTo(Monitoring.ON);
    }

    @Test
    void whatWasStoppedBeforeStaysSoOverARestart() throws Exception {
        measured("disk");
        ask("stop_monitoring", "{'streams':['disk']}");
        Monitoring before = monitoring();
        desk.close();
        alerter.close();
        alerter = new SteppedAlerter(root);
        desk = OrderDesk.open(alerter.data, "console", EpochClock.SYSTEM);
        alerter.settle();
        assertThat(monitoring()).isEqualTo(before);
    }

    @Test
    void refusesToStopWhatIsNotThere() throws Exception {
        measured("disk");
        assertThat(ask("stop_monitoring", "{'streams':['dsik']}").refusal())
                .isEqualTo("there is no stream 'dsik'; did you mean 'disk'?; there are disk");
        assertThat(ask("stop_monitoring", "{'streams':[]}").refusal()).startsWith("'streams' names no stream");
        assertThat(ask("stop_monitoring", "{'streams':['alerts']}").refusal())
                .startsWith("there is no stream 'alerts'");
        assertThat(ask("stop_monitoring", "{'stream':['disk']}").refusal()).contains("did you mean 'streams'");
        assertThat(monitoring()).isEqualTo(Monitoring.ON);
    }

    @Test
    void goesOnWithEverythingAlsoWhenTheFileCannotBeRead() throws Exception {
        measured("disk");
        Files.writeString(MonitoringFile.in(alerter.data).path(), "{\"everything\":7}");
        assertThat(ask("stop_monitoring", "{}").refusal())
                .contains("monitoring.json cannot be read")
                .endsWith("without that file, everything is measured");
        done("start_monitoring", "{}");
        assertThat(monitoring()).isEqualTo(Monitoring.ON);
    }

    private void done(String action, String arguments) {
        assertThat(ask(action, arguments)).as(action + arguments).isEqualTo(new OrderAnswer("", ""));
    }

    private void refused(String action, String arguments, String... words) {
        OrderAnswer answer = ask(action, arguments);
        assertThat(answer.isDone()).as(action + arguments).isFalse();
        assertThat(answer.refusal()).contains(words);
    }

    private Alert fire(double percentage) {
        alerter.sample(50);
        alerter.sample(percentage);
        return active();
    }

    private Alert active() {
        assertThat(alerter.journal.memory().active()).hasSize(1);
        return alerter.journal.memory().active().iterator().next();
    }

    private List<String> events() {
        return Entries.of(alerter.data).events();
    }

    private static String about(Alert alert, String more) {
        return "{'alert':'" + alert.id() + "'" + more + "}";
    }

    @Test
    void anAlertIsAcknowledgedAndStaysSo() {
        Alert alert = fire(85);
        done("acknowledge", about(alert, ",'text':'on it'"));
        Note note = active().acknowledged().orElseThrow();
        assertThat(note.by()).isEqualTo("ann");
        assertThat(note.text()).isEqualTo("on it");
        assertThat(active().state()).isEqualTo(AlertState.ACKNOWLEDGED);
        alerter.restart();
        alerter.sample(95);
        assertThat(active().acknowledged()).contains(note);
        assertThat(events()).containsExactly("fired", "acknowledged", "level");
    }

    @Test
    void handlersHearThatSomebodyTakesCare() {
        Alert alert = fire(85);
        done("acknowledge", about(alert, ""));
        List<String> kinds = Entries.of(alerter.data).of("routed").stream()
                .flatMap(routed -> Entries.objects(routed, "dispatches").stream())
                .filter(dispatch -> Entries.text(dispatch, "handler").equals("file"))
                .map(dispatch -> Entries.text(Entries.object(dispatch, "notification"), "kind"))
                .toList();
        assertThat(kinds).containsExactly("firing", "acknowledged");
    }

    @Test
    void aNoteIsAdded() {
        Alert alert = fire(85);
        done("note", about(alert, ",'text':' the batch job '"));
        done("note", about(alert, ",'text':'stopped it'"));
        alerter.restart();
        assertThat(active().notes()).extracting(Note::text).containsExactly("the batch job", "stopped it");
        refused("note", about(alert, ""), "'text' is absent");
        refused("note", about(alert, ",'text':'" + "ä".repeat(2049) + "'"), "at most 4 KB");
    }

    @Test
    void notesAreBounded() {
        Alert alert = fire(85);
        for (int count = 0; count < 100; count++) {
            place(desk, "note", about(alert, ",'text':'" + count + "'"));
        }
        alerter.settle();
        refused("note", about(alert, ",'text':'more'"), "has 100 notes");
        refused("resolve", about(alert, ",'text':'more'"), "has 100 notes");
        done("resolve", about(alert, ""));
    }

    @Test
    void whatIsResolvedByHandIsNotToldAgainWhileItLasts() {
        Alert alert = fire(85);
        done("resolve", about(alert, ",'text':'known'"));
        alerter.sample(86);
        alerter.restart();
        alerter.sample(87);
        assertThat(alerter.journal.memory().active()).isEmpty();
        assertThat(events()).containsExactly("fired", "resolved");
        Fields resolved = Entries.of(alerter.data).of("changed").get(1);
        assertThat(Entries.text(resolved, "reason")).isEqualTo("resolved by ann");
        assertThat(Entries.objects(resolved, "notes")).hasSize(1);
        refused("acknowledge", about(alert, ""), "is over since 20");
    }

    @Test
    void whatIsResolvedByHandIsToldWhenItComesAgain() {
        Alert alert = fire(85);
        done("resolve", about(alert, ""));
        alerter.sample(50);
        alerter.restart();
        alerter.sample(86);
        assertThat(events()).containsExactly("fired", "resolved", "fired");
        assertThat(active().id()).isNotEqualTo(alert.id());
    }

    @Test
    void anAlertThatIsNotOnIsRefusedWithThoseThatAre() {
        refused("acknowledge", "{'alert':'0123456789ab'}", "there is no alert '0123456789ab'");
        Alert alert = fire(85);
        refused("resolve", "{'alert':'nonsense'}", "there is no alert 'nonsense'", "there are " + alert.id());
        refused("resolve", "{}", "'alert' is absent");
        refused("resolve", "{'alert':7}", "'alert' is not a text");
        refused("resolve", about(alert, ",'txt':'x'"), "'resolve' has no 'txt'; did you mean 'text'?");
    }

    @Test
    void aSilenceIsMadeAndHoldsBack() {
        String to = Rfc3339.format(alerter.now + 3600 * SteppedAlerter.SECOND);
        OrderAnswer answer = ask("silence", "{'match':{'rule':['mem*']},'to':'" + to + "','comment':'patching'}");
        assertThat(answer).isEqualTo(new OrderAnswer("", "console-1"));
        fire(85);
        alerter.restart();
        Silence silence = alerter.router().silences().get("console-1").orElseThrow();
        assertThat(silence.author()).isEqualTo("ann");
        assertThat(silence.comment()).isEqualTo("patching");
        assertThat(silence.isOn(alerter.now)).isTrue();
        assertThat(dispatched("file")).isZero();
        assertThat(ask("unsilence", "{'silence':'console-1'}").isDone()).isTrue();
        assertThat(dispatched("file")).isPositive();
        refused("unsilence", "{'silence':'console-1'}", "is over since");
        refused("unsilence", "{'silence':'console-2'}", "there is no silence 'console-2'");
    }

    private long dispatched(String handler) {
        return Entries.of(alerter.data).of("routed").stream()
                .flatMap(routed -> Entries.objects(routed, "dispatches").stream())
                .filter(dispatch -> Entries.text(dispatch, "handler").equals(handler))
                .count();
    }

    @Test
    void aSilenceOfTheSameNameIsReplaced() {
        for (String hour : List.of("10:00-11:00", "12:00-13:00")) {
            OrderAnswer answer = ask(
                    "silence",
                    "{'id':'backup','kind':'maintenance','match':{'component':['disk']},"
                            + "'schedule':{'days':['mon-fri'],'hours':['" + hour + "'],'zone':'UTC'}}");
            assertThat(answer).isEqualTo(new OrderAnswer("", "backup"));
        }
        assertThat(alerter.router().silences().made()).singleElement().satisfies(silence -> assertThat(
                        silence.schedule().orElseThrow().hours())
                .singleElement()
                .hasToString("12:00-13:00"));
    }

    @Test
    void aSilenceThatCannotBeMeantIsRefused() {
        String to = "'to':'" + Rfc3339.format(alerter.now + 3600 * SteppedAlerter.SECOND) + "'";
        refused("silence", "{" + to + "}", "'match' says which alerts");
        refused("silence", "{'match':{}," + to + "}", "'match' says which alerts");
        refused("silence", "{'match':{'rul':['m']}," + to + "}", "'match' has no 'rul'; did you mean 'rule'?");
        refused("silence", "{'match':{'rule':['m']}}", "a silence needs an end");
        refused("silence", "{'match':{'rule':['m']},'to':'2020-01-01T00:00:00Z'}", "past");
        refused("silence", "{'match':{'rule':['m']},'to':'tomorrow'}", "'to' is no time");
        refused("silence", "{'match':{'rule':['~(']}," + to + "}", "no matcher");
        refused("silence", "{'id':'A B','match':{'rule':['m']}," + to + "}", "a silence's id has");
        refused("silence", "{'kind':'party','match':{'rule':['m']}," + to + "}", "'kind'");
        assertThat(alerter.router().silences().all()).isEmpty();
    }

    @Test
    void aSilenceOfTheConfigurationIsChangedThereAndCanBeEndedHere() {
        String[] configuration = {
            "alerts.silences.night.match.rule=*", "alerts.silences.night.hours=00:00-23:59",
        };
        alerter.restart(configuration);
        refused(
                "silence",
                "{'id':'night','match':{'rule':['m']},'schedule':{'days':[],'hours':['10:00-11:00'],'zone':'UTC'}}",
                "stands in the configuration");
        assertThat(ask("unsilence", "{'silence':'night'}")).isEqualTo(new OrderAnswer("", "night"));
        alerter.restart(configuration);
        assertThat(alerter.router().silences().get("night").orElseThrow().isOver(alerter.now))
                .isTrue();
    }

    @Test
    void silencesAreBoundedAndThoseThatAreOverMakeRoom() {
        String to = Rfc3339.format(alerter.now + 36_000 * SteppedAlerter.SECOND);
        for (int count = 1; count <= 1000; count++) {
            place(desk, "silence", "{'id':'s" + count + "','match':{'rule':['r']},'to':'" + to + "'}");
        }
        alerter.settle();
        String another = "{'id':'another','match':{'rule':['r']},'to':'" + to + "'}";
        refused("silence", another, "there are 1000 silences already");
        assertThat(ask("silence", "{'id':'s7','match':{'rule':['q']},'to':'" + to + "'}")
                        .isDone())
                .isTrue();
        assertThat(ask("unsilence", "{'silence':'s9'}").isDone()).isTrue();
        assertThat(ask("silence", another).isDone()).isTrue();
        assertThat(alerter.router().silences().made()).hasSize(1000);
        assertThat(alerter.router().silences().get("s9")).isEmpty();
    }

    @Test
    void aThresholdHoldsAtOnceAndAfterARestartAndCanBeTakenBack() {
        fire(85);
        done("threshold", "{'rule':'memory','levels':{'WARNING':88}}");
        alerter.sample(86);
        assertThat(alerter.journal.memory().active()).isEmpty();
        alerter.restart();
        alerter.sample(86);
        assertThat(alerter.journal.memory().active()).isEmpty();
        done("threshold", "{'rule':'memory','levels':{'warning':'configured'}}");
        alerter.sample(86);
        assertThat(active().measured().threshold()).hasValue(80);
    }

    @Test
    void anImpossibleThresholdIsRefusedInTheReadersWords() {
        refused(
                "threshold",
                "{'rule':'memory','levels':{'WARNING':95}}",
                "the rule 'memory': critical must be above warning");
        refused("threshold", "{'rule':'memry','levels':{'WARNING':1}}", "no rule 'memry'; did you mean 'memory'?");
        refused("threshold", "{'rule':'memory','levels':{'INFO':1}}", "has no threshold for INFO");
        refused("threshold", "{'rule':'memory','levels':{'LOUD':1}}", "a level is INFO, WARNING or CRITICAL");
        refused("threshold", "{'rule':'memory','levels':{}}", "'levels' is an object");
        refused(
                "threshold",
                "{'rule':'memory','levels':{'WARNING':'high'}}",
                "'levels.WARNING' is a number or \"configured\"");
        assertThat(alerter.journal.memory().adjustments().thresholds()).isEmpty();
    }

    @Test
    void thresholdsThatAreOnlyPossibleTogetherAreSetTogetherAndComeBackTogether() {
        done("threshold", "{'rule':'memory','levels':{'WARNING':95,'CRITICAL':98}}");
        alerter.restart();
        assertThat(alerter.engine.rules().limits("memory"))
                .hasToString("{WARNING=Number[value=95.0], CRITICAL=Number[value=98.0]}");
        refused("threshold", "{'rule':'memory','levels':{'CRITICAL':'configured'}}", "critical must be above warning");
        done("threshold", "{'rule':'memory','levels':{'WARNING':10,'CRITICAL':20}}");
        done("threshold", "{'rule':'memory','levels':{'WARNING':'configured','CRITICAL':'configured'}}");
        assertThat(alerter.journal.memory().adjustments().thresholds()).isEmpty();
    }

    @Test
    void aThresholdOfARuleThatIsGoneWaitsForIt() {
        done("threshold", "{'rule':'memory','levels':{'WARNING':70}}");
        alerter.restart("alerts.defaults=false");
        assertThat(alerter.engine.rules().names()).isEmpty();
        alerter.restart();
        assertThat(alerter.engine.rules().limits("memory").get(AlertLevel.WARNING))
                .hasToString("Number[value=70.0]");
        alerter.restart("alerts.defaults=false");
        done("threshold", "{'rule':'memory','levels':{'WARNING':'configured'}}");
    }

    @Test
    void whatWasSetHoldsThoughTheOldFilesOfTheJournalAreGone() {
        done("threshold", "{'rule':'memory','levels':{'WARNING':70}}");
        done("handler", "{'handler':'file','enabled':false}");
        ask("silence", "{'id':'night','match':{'rule':['x']},'schedule':{'hours':['01:00-02:00'],'zone':'UTC'}}");
        int old = Entries.of(alerter.data).payloads().size();
        alerter.now += Duration.ofDays(1).toNanos();
        alerter.settle();
        List<byte[]> all = Entries.of(alerter.data).payloads();
        Path later = root.resolve("later");
        Entries.write(new DataDirectory(later), all.subList(old, all.size()));
        try (SteppedAlerter next = new SteppedAlerter(later)) {
            assertThat(next.engine.rules().limits("memory").get(AlertLevel.WARNING))
                    .hasToString("Number[value=70.0]");
            assertThat(next.journal.memory().adjustments().enabled("file", true))
                    .isFalse();
            assertThat(next.router().silences().get("night")).isPresent();
        }
    }

    @Test
    void noRuleLooksAtOrders() {
        done("handler", "{'handler':'file','enabled':true}");
        alerter.now += Duration.ofMinutes(10).toNanos();
        alerter.settle();
        assertThat(alerter.engine.status())
                .allSatisfy(rule -> assertThat(rule.things()).isZero());
    }

    @Test
    void aHandlerIsSwitchedAndStaysSo() {
        done("handler", "{'handler':'file','enabled':false}");
        fire(85);
        alerter.restart();
        assertThat(dispatched("file")).isZero();
        assertThat(dispatched("console")).isPositive();
        done("handler", "{'handler':'file','enabled':true}");
        assertThat(dispatched("file")).as("what is still on").isEqualTo(1);
        refused("handler", "{'handler':'fil','enabled':true}", "no handler 'fil'; did you mean 'file'?");
        refused("handler", "{'handler':'file'}", "'enabled' is absent");
    }

    @Test
    void deadLettersAreSentAgain() {
        die("k1");
        die("k2");
        assertThat(ask("resend", "{'handler':'file','key':'k1'}")).isEqualTo(new OrderAnswer("", "1"));
        refused("resend", "{'handler':'file','key':'k1'}", "there is no dead letter 'k1'");
        assertThat(ask("resend", "{'handler':'file'}")).isEqualTo(new OrderAnswer("", "1"));
        refused("resend", "{'handler':'file'}", "there are no dead letters of 'file'");
        refused("resend", "{'handler':'mail'}", "there is no handler 'mail'");
        assertThat(alerter.journal.memory().handler("file").waiting())
                .extracting(Notification::key)
                .containsExactly("k1", "k2");
    }

    @Test
    void aHandlerThatIsOffSendsNothingAgain() {
        die("k1");
        done("handler", "{'handler':'file','enabled':false}");
        refused("resend", "{'handler':'file'}", "switched off");
    }

    @Test
    void manyDeadLettersAreSentAgainInTheirOrder() {
        for (int count = 0; count < 120; count++) {
            die("k" + count);
        }
        assertThat(ask("resend", "{'handler':'file'}").result()).isEqualTo("120");
        assertThat(alerter.journal.memory().handler("file").dead()).isEmpty();
        assertThat(alerter.journal.memory().handler("file").waiting())
                .extracting(Notification::key)
                .startsWith("k0", "k1")
                .endsWith("k118", "k119");
    }

    private void die(String key) {
        Alert alert = Notifications.alert(AlertLevel.WARNING);
        Notification letter =
                new Notification(key, Notification.Kind.FIRING, alerter.now, "atlas", List.of(alert), Map.of(), "");
        alerter.journal.write(alerter.now, new Entry.Routed(List.of(), List.of(new Dispatch("file", letter))));
        Receipt receipt = new Receipt("file", key, List.of(alert.id()), Receipt.Fate.REFUSED, alerter.now, 3, 0, "404");
        alerter.journal.write(alerter.now, new Entry.Done(receipt));
    }

    @Test
    void whatNobodyKnowsIsRefusedWithWhatThereIs() {
        refused(
                "acknowlege",
                "{}",
                "no action 'acknowlege'; did you mean 'acknowledge'?",
                "acknowledge, resolve, note");
        refused("reload", "{}", "restart it");
        refused("reload", "{'now':true}", "'reload' has no 'now'");
    }

    @Test
    void twoWritersAreServedAndAnsweredSeparately() {
        Alert alert = fire(85);
        try (OrderDesk broker = OrderDesk.open(alerter.data, "broker", EpochClock.SYSTEM)) {
            OrderTicket first = place(desk, "note", about(alert, ",'text':'one'"));
            OrderTicket second = place(broker, "note", about(alert, ",'text':'two'"));
            OrderTicket third = place(desk, "explode", "{}");
            alerter.settle();
            assertThat(broker.answer(second).orElseThrow().isDone()).isTrue();
            assertThat(desk.answer(third).orElseThrow().isDone()).isFalse();
            assertThat(desk.answer(first).orElseThrow().isDone()).isTrue();
        }
        assertThat(active().notes()).extracting(Note::text).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aStreamThatCannotBeReadKeepsNobodyFromTheOthers() throws IOException {
        try (OrderDesk other = OrderDesk.open(alerter.data, "abc", EpochClock.SYSTEM)) {
            OrderTicket ticket = place(other, "reload", "{}");
            Path notACursor = alerter.data.cursor("alerter", ControlStreams.of("abc"));
            Files.createDirectories(notACursor);
            refused("reload", "{}", "restart it");
            assertThat(other.answer(ticket)).isEmpty();
            Files.delete(notACursor);
            alerter.settle();
            assertThat(other.answer(ticket)).isPresent();
        }
    }

    @Test
    void garbageIsPassedOverAndAnsweredByNothing() {
        StreamDescriptor descriptor = new StreamDescriptor(ControlStreams.of("stranger"), Duration.ZERO, "stranger");
        Path queue = alerter.data.queues().resolve("control-stranger");
        try (SnapshotAppender stranger = SnapshotAppender.open(queue, descriptor, EpochClock.SYSTEM::nanos)) {
            for (String garbage :
                    List.of("", "{}", "[]", "{\"action\":7}", "\u0000", "{\"a\":\"" + "x".repeat(70_000))) {
                stranger.append(RecordKind.OK, alerter.now, ByteBuffer.wrap(garbage.getBytes(StandardCharsets.UTF_8)));
            }
            stranger.append(
                    RecordKind.OK,
                    alerter.now,
                    ByteBuffer.wrap("{\"timestamp\":\"2025-01-03T12:00:00Z\",\"by\":\"x\",\"action\":\"explode\"}"
                            .getBytes(StandardCharsets.UTF_8)));
        }
        alerter.settle();
        alerter.restart();
        assertThat(Entries.of(alerter.data).of("ordered")).singleElement().satisfies(answer -> assertThat(
                        Entries.object(answer, "order").get("sequence"))
                .hasToString("Optional[Whole[value=7]]"));
        refused("reload", "{}", "restart it");
    }

    @Test
    void aFloodIsCarriedOutBitByBit() {
        List<OrderTicket> tickets = new ArrayList<>();
        for (int count = 0; count < 250; count++) {
            tickets.add(place(desk, "explode", "{}"));
        }
        assertThat(alerter.turn()).as("it wants to go on at once").isEqualTo(alerter.now);
        assertThat(Entries.of(alerter.data).of("ordered")).hasSize(100);
        alerter.settle();
        assertThat(tickets).allSatisfy(ticket -> assertThat(desk.answer(ticket)).isPresent());
    }

    @Test
    void whatWasAskedWhileItWasAwayIsDoneWhenItComesBack() {
        Alert alert = fire(85);
        alerter.kill();
        OrderTicket ticket = place(desk, "acknowledge", about(alert, ""));
        assertThat(desk.answer(ticket)).isEmpty();
        alerter.start();
        alerter.settle();
        assertThat(desk.answer(ticket)).contains(new OrderAnswer("", ""));
        assertThat(active().acknowledged()).isPresent();
    }
}
