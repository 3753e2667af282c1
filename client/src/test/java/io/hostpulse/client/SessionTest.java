package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.client.json.JsonValue;
import io.hostpulse.client.message.Position;
import io.hostpulse.client.message.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Time, chance and the broker are the test's. */
class SessionTest {

    private static final Duration IDLE = Duration.ofSeconds(50);

    private final SteppedLoop loop = new SteppedLoop();
    private final FakeWire wire = new FakeWire();
    private final RecordingListener listener = new RecordingListener();
    private Session session = session(Subscription.usual());

    private Session session(Subscription subscription) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(10));
        ClientSettings settings = new ClientSettings(subscription, backoff, Duration.ofSeconds(15), IDLE);
        return new Session(settings, wire, loop, listener, longest());
    }

    /** Always the longest of the possible waits. */
    private static RandomGenerator longest() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return -1L;
            }
        };
    }

    private FakeWire.FakeLink connect() {
        session.connect();
        return welcome();
    }

    private FakeWire.FakeLink welcome() {
        FakeWire.FakeLink link = wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.SUBSCRIBED);
        return link;
    }

    private void breaks() {
        wire.last().ended(Ending.failed("the connection broke"));
    }

    @Test
    void subscribesWhenItIsWelcome() {
        session = session(Subscription.usual()
                .streams("memory", "http-*")
                .fields("processor.usage_percent")
                .every(Duration.ofMillis(2500))
                .delta()
                .withAlerts()
                .since("10m"));
        FakeWire.FakeLink link = connect();
        assertThat(link.sent).hasSize(1);
        assertThat(link.sent.get(0).texts("streams")).containsExactly("memory", "http-*");
        assertThat(link.sent.get(0).texts("fields")).containsExactly("processor.usage_percent");
        assertThat(link.sent.get(0).number("interval")).contains(2.5);
        assertThat(link.sent.get(0).isTrue("delta")).isTrue();
        assertThat(link.sent.get(0).isTrue("alerts")).isTrue();
        assertThat(link.sent.get(0).text("since")).contains("10m");
        assertThat(listener.told).containsExactly("connected atlas", "subscribed [memory]");
    }

    @Test
    void leavesOutWhatOthersGetUntilItsOwnSubscriptionIsAnswered() {
        session.connect();
        wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.data(1));
        wire.say(Said.SUBSCRIBED);
        wire.say(Said.data(2));
        assertThat(listener.told).containsExactly("connected atlas", "subscribed [memory]", "snapshot 2");
    }

    @Test
    void comesBackToWhereItWas() {
        connect();
        wire.say(Said.data(1));
        wire.say(Said.data(2));
        breaks();
        loop.pass(Duration.ofSeconds(1));
        FakeWire.FakeLink second = welcome();
        assertThat(second.sent.get(0).text("since")).contains("memory:2.x");
    }

    @Test
    void asksForNothingThatWasMissedWhenItIsLiveOnly() {
        session = session(Subscription.usual().since("10m").liveOnly());
        FakeWire.FakeLink first = connect();
        wire.say(Said.data(1));
        breaks();
        loop.pass(Duration.ofSeconds(1));
        FakeWire.FakeLink second = welcome();
        assertThat(first.sent.get(0).text("since")).contains("10m");
        assertThat(second.sent.get(0).get("since")).isEmpty();
    }

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        session.connect();
        for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
            int before = wire.attempts();
            breaks();
            loop.pass(Duration.ofMillis(seconds * 1000 - 10));
            assertThat(wire.attempts()).isEqualTo(before);
            loop.pass(Duration.ofMillis(10));
            assertThat(wire.attempts()).isEqualTo(before + 1);
        }
    }

    @Test
    void forgetsFailuresWhenAConnectionHasLasted() {
        session.connect();
        breaks();
        loop.pass(Duration.ofSeconds(1));
        breaks();
        loop.pass(Duration.ofSeconds(2));
        welcome();
        loop.pass(Duration.ofSeconds(10));
        breaks();
        assertThat(listener.told).last().asString().startsWith("disconnected, again in 1000 ms");
    }

    @Test
    void remembersFailuresWhenAConnectionHasNot() {
        connect();
        breaks();
        loop.pass(Duration.ofSeconds(1));
        welcome();
        loop.pass(Duration.ofSeconds(9));
        breaks();
        assertThat(listener.told).last().asString().startsWith("disconnected, again in 2000 ms");
    }

    @Test
    void comesBackWhenTheBrokerSaid() {
        connect();
        wire.say(Said.goodbye(3127));
        wire.last().ended(Ending.closed(1001, "reconnect in 3127 ms"));
        assertThat(listener.told)
                .contains("disconnected, again in 3127 ms: the server closed the connection with 1001:"
                        + " reconnect in 3127 ms");
    }

    @Test
    void believesTheCloseFrameWhenTheGoodbyeIsLost() {
        connect();
        wire.last().ended(Ending.closed(1001, "reconnect in 42 ms"));
        assertThat(listener.told).last().asString().startsWith("disconnected, again in 42 ms");
    }

    @Test
    void doesNotHammerABrokerThatSendsItAwayAgainAndAgain() {
        connect();
        for (int wait : new int[] {0, 2000, 4000, 8000}) {
            wire.last().ended(Ending.closed(1001, "0"));
            assertThat(listener.told).last().asString().startsWith("disconnected, again in " + wait + " ms");
            loop.pass(Duration.ofMillis(wait));
            wire.accept();
        }
    }

    @Test
    void doesNotBelieveThatItShallStayAwayForDays() {
        connect();
        wire.last().ended(Ending.closed(1001, "999999999"));
        assertThat(listener.told).last().asString().startsWith("disconnected, again in 600000 ms");
    }

    @Test
    void givesUpWhenItsTokenIsRefused() {
        session.connect();
        wire.last().ended(Ending.refused(401));
        assertThat(listener.told)
                .containsExactly(
                        "closed: the server answers the handshake with 401: it wants a token, and not this one");
        assertThat(loop.hasEnded()).isTrue();
        assertThat(wire.isClosed()).isTrue();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void triesAgainWhenTheServerIsNotReady() {
        session.connect();
        wire.last().ended(Ending.refused(503));
        wire.last().ended(Ending.refused(503)); // told twice: only the first counts
        assertThat(listener.told)
                .containsExactly(
                        "disconnected, again in 1000 ms: the server answers the handshake with 503: it is not ready");
    }

    @Test
    void givesUpWhenItsSubscriptionIsWrong() {
        session.connect();
        FakeWire.FakeLink link = wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.error("INVALID_ARGUMENT", ",'id':1"));
        assertThat(listener.told)
                .endsWith(
                        "error INVALID_ARGUMENT it will not",
                        "closed: the server refuses the subscription: it will not");
        assertThat(link.isAborted).isTrue();
    }

    @Test
    void triesAgainWhenThereAreTooManySubscriptions() {
        session.connect();
        wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.error("TOO_MANY_SUBSCRIPTIONS", ",'id':1"));
        assertThat(listener.told).last().asString().startsWith("disconnected, again in 1000 ms");
        loop.pass(Duration.ofSeconds(1));
        assertThat(wire.attempts()).isEqualTo(2);
    }

    @Test
    void givesUpWhenTheServerSpeaksAnotherLanguage() {
        session.connect();
        wire.accept();
        wire.say(Said.WELCOME.replace("hostpulse.v1", "hostpulse.v9"));
        assertThat(listener.told)
                .containsExactly("closed: the server speaks hostpulse.v9, and this client hostpulse.v1");
    }

    @Test
    void triesAgainWhenNobodyAnswers() {
        session.connect();
        Wire.Events first = wire.last();
        loop.pass(Duration.ofSeconds(15));
        assertThat(listener.told).containsExactly("disconnected, again in 1000 ms: no connection within 15000 ms");
        FakeWire.FakeLink late = new FakeWire.FakeLink();
        first.opened(late);
        assertThat(late.isAborted).isTrue();
    }

    @Test
    void takesALongSilenceForTheEnd() {
        FakeWire.FakeLink link = connect();
        loop.pass(IDLE.minusSeconds(1));
        wire.last().alive();
        loop.pass(IDLE.minusSeconds(1));
        assertThat(link.isAborted).as("a ping is a sign of life").isFalse();
        assertThat(link.sent)
                .last()
                .extracting(asked -> asked.text("type").orElse(""))
                .isEqualTo("ping");
        loop.pass(Duration.ofSeconds(1));
        assertThat(link.isAborted).isTrue();
        assertThat(listener.told).last().asString().endsWith("nothing came for 50000 ms");
    }

    @Test
    void readsNothingMoreWhileTheListenerHasTooMuchToDo() {
        FakeWire.FakeLink link = connect();
        listener.hasRoom = false;
        int before = link.requested;
        wire.say(Said.data(1));
        assertThat(link.requested).isEqualTo(before);
        loop.pass(IDLE.multipliedBy(3));
        assertThat(link.isAborted).as("the silence is its own").isFalse();
        listener.hasRoom = true;
        listener.whenRoom.run();
        loop.run();
        assertThat(link.requested).isEqualTo(before + 1);
        loop.pass(IDLE);
        assertThat(link.isAborted).as("now it is the broker's").isTrue();
    }

    @Test
    void tellsWhichRecordsAreNew() throws InterruptedException {
        connect();
        wire.say(Said.data(1, 7, ""));
        wire.say(Said.data(2, 7, ""));
        breaks();
        loop.pass(Duration.ofSeconds(1));
        welcome();
        wire.say(Said.data(3, 7, ""));
        wire.say(Said.data(4, 8, ""));
        assertThat(listener.snapshots.take().fresh()).containsExactly("memory");
        assertThat(listener.snapshots.take().fresh()).isEmpty();
        assertThat(listener.snapshots.take().fresh())
                .as("repeated after a reconnect")
                .isEmpty();
        assertThat(listener.snapshots.take().fresh()).containsExactly("memory");
    }

    @Test
    void goesOnWhereAnotherProcessHadCome() throws InterruptedException {
        connect();
        wire.say(Said.data(1, 7, ""));
        Position position = listener.snapshots.take().position().orElseThrow();
        session = session(Subscription.usual().from(Position.parse(position.text())));
        FakeWire.FakeLink link = connect();
        wire.say(Said.data(2, 7, ""));
        assertThat(link.sent.get(0).text("since")).contains("memory:7.x");
        assertThat(listener.snapshots.take().fresh()).isEmpty();
    }

    @Test
    void tellsWhetherEverythingIsStillThere() {
        session.connect();
        wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.subscribed(",'recovered':true"));
        assertThat(listener.told).endsWith("subscribed [memory]", "recovered");
        breaks();
        loop.pass(Duration.ofSeconds(1));
        wire.accept();
        wire.say(Said.WELCOME);
        wire.say(Said.subscribed(",'recovered':false,'reasons':['memory: records 3 to 9 are no longer kept']"));
        assertThat(listener.told)
                .endsWith("subscribed [memory]", "not recovered [memory: records 3 to 9 are no longer kept]");
    }

    @Test
    void tellsWhatWasSkippedAndWhatIsMissing() {
        connect();
        wire.say(Said.data(9, 9, ",'skipped':4"));
        wire.say("{'type':'gap','timestamp':'2026-01-03T10:15:31.004512Z','stream':'memory','first':5310,'last':5312,"
                + "'count':3,'reason':'damaged'}");
        wire.say("{'type':'alert','timestamp':'2026-01-03T10:15:31.000000Z','event':'fired','reason':'','sequence':37,"
                + "'alert':{'id':'1b','component':'memory','metric':'percentage','level':'WARNING','state':'firing',"
                + "'message':'High memory usage','rule':'memory'}}");
        assertThat(listener.told)
                .endsWith("skipped 4", "snapshot 9", "gap memory 5310-5312", "alert fired High memory usage");
    }

    @Test
    void saysWhatItCannotReadAndGoesOn() {
        FakeWire.FakeLink link = connect();
        wire.say("no JSON");
        wire.say("{'type':'gap'}");
        wire.say("{'type':'something newer'}");
        wire.say(Said.data(2));
        assertThat(listener.told)
                .endsWith("error UNREADABLE_MESSAGE a message of type gap has no 'stream'", "snapshot 2");
        assertThat(listener.told.stream().filter(told -> told.startsWith("error")))
                .hasSize(2);
        assertThat(link.requested).as("one for each message, and one more").isEqualTo(7);
    }

    @Test
    void putsDifferencesTogether() throws InterruptedException {
        session = session(Subscription.usual().delta());
        connect();
        wire.say(Said.data(1));
        wire.say(
                "{'type':'monitoring_data','delta':true,'timestamp':'2026-01-03T10:15:31Z','tick':2,'cursor':'memory:2.x',"
                        + "'data':{'memory':{'percentage':null,'missing':{'percentage':'not told'}}},"
                        + "'removed':[['no_data','disk']],'streams':{'memory':{'sequence':2}}}");
        listener.snapshots.take();
        Snapshot second = listener.snapshots.take();
        assertThat(second.tick()).isEqualTo(2);
        assertThat(second.at("memory.total").orElseThrow()).isEqualTo(new JsonValue.Whole(1000));
        assertThat(second.number("memory.percentage").whyMissing()).contains("not told");
        assertThat(second.noData()).isEmpty();
        assertThat(second.fresh()).containsExactly("memory");
    }

    @Test
    void breaksWithABrokerThatSendsDifferencesToNothing() {
        session = session(Subscription.usual().delta());
        FakeWire.FakeLink link = connect();
        wire.say("{'type':'monitoring_data','delta':true,'timestamp':'2026-01-03T10:15:31Z','tick':2}");
        assertThat(link.isAborted).isTrue();
        assertThat(listener.told).last().asString().startsWith("disconnected");
    }

    @Test
    void saysGoodbyeAndTellsNothingMore() {
        FakeWire.FakeLink link = connect();
        session.close();
        assertThat(link.isClosing).isTrue();
        wire.say(Said.data(5));
        wire.last().ended(Ending.closed(1000, ""));
        session.close();
        assertThat(listener.told).endsWith("subscribed [memory]", "closed: closed by this program");
        assertThat(wire.isClosed()).isTrue();
        assertThat(loop.hasEnded()).isTrue();
        assertThat(loop.timers()).isZero();
    }

    @Test
    void waitsForTheBrokersGoodbyeForTwoSecondsOnly() {
        FakeWire.FakeLink link = connect();
        session.close();
        loop.pass(Duration.ofSeconds(2));
        assertThat(link.isAborted).isTrue();
        assertThat(listener.told).endsWith("closed: closed by this program");
    }

    @Test
    void closesAlsoBetweenTwoConnections() {
        connect();
        breaks();
        session.close();
        loop.pass(Duration.ofMinutes(1));
        assertThat(wire.attempts()).isEqualTo(1);
        assertThat(listener.told).endsWith("closed: closed by this program");
    }

    @Test
    void startsWithNothingToGoBackTo() {
        assertThat(session.since()).isEqualTo(Optional.empty());
    }
}
