package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.testkit.Await;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentGroupTest {

    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Turning turning = new Turning();
    private AgentGroup group;

    @AfterEach
    void close() {
        group.close();
    }

    @Test
    void runsEachAgentOnAThreadOfItsOwnSoThatNoneWaitsForAnother() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        agents.put("hung", now -> block(blocked));
        agents.put("turning", turning);
        start();
        turning.awaitTurns(3);
        assertThat(turning.thread).isEqualTo("turning");
        blocked.countDown();
    }

    @Test
    void isReadyOnceAllAre() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        agents.put("slow", now -> block(first));
        agents.put("turning", turning);
        start();
        turning.awaitTurns(1);
        assertThat(group.isReady()).isFalse();
        first.countDown();
        Await.until("the group is ready", group::isReady);
    }

    @Test
    void failsWithTheFirstThatFails() throws Exception {
        agents.put("turning", turning);
        agents.put("failing", now -> {
            throw ProcessFailure.usage("the source is wrong");
        });
        assertThatThrownBy(this::startAndKeepLooking)
                .isInstanceOf(ProcessFailure.class)
                .hasMessage("the source is wrong");
    }

    @Test
    void passesOnAFullDiskAsTheErrorItIs() {
        agents.put("failing", now -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        });
        assertThatThrownBy(this::startAndKeepLooking).isInstanceOf(InternalError.class);
    }

    @Test
    void drainsAndClosesEveryAgentAfterItsLastTurn() throws Exception {
        agents.put("turning", turning);
        start();
        turning.awaitTurns(1);
        group.drain();
        group.close();
        assertThat(turning.ended).startsWith("drained", "closed");
    }

    @Test
    void closesAgentsThatNeverRan() {
        agents.put("turning", turning);
        group = new AgentGroup(agents, EpochClock.SYSTEM);
        group.close();
        assertThat(turning.ended).containsExactly("closed");
    }

    @Test
    void runsAnAgentThatComesLater() throws Exception {
        start();
        group.add("turning", turning);
        turning.awaitTurns(1);
        assertThat(turning.thread).isEqualTo("turning");
    }

    @Test
    void refusesASecondAgentOfAName() {
        agents.put("turning", turning);
        start();
        assertThatThrownBy(() -> group.add("turning", now -> now))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'turning'");
    }

    @Test
    void removesAnAgentWhileOthersGoOn() throws Exception {
        Turning other = new Turning();
        agents.put("turning", turning);
        agents.put("other", other);
        start();
        turning.awaitTurns(1);
        Await.until("it is gone", () -> group.remove("turning"));
        assertThat(turning.ended).containsExactly("closed");
        other.awaitTurns(other.turns.get() + 1);
        group.close();
        assertThat(turning.ended).as("closed once").containsExactly("closed");
    }

    @Test
    void doesNotWaitForAnAgentThatHangsWhenItIsRemoved() throws Exception {
        CountDownLatch isInside = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        agents.put("hung", now -> {
            isInside.countDown();
            return block(blocked);
        });
        start();
        isInside.await();
        assertThat(group.remove("hung")).isFalse();
        blocked.countDown();
        Await.until("it is gone", () -> group.remove("hung"));
        group.add("hung", turning);
        turning.awaitTurns(1);
    }

    @Test
    void whatIsRemovedBeforeItRanIsClosed() {
        agents.put("turning", turning);
        group = new AgentGroup(agents, EpochClock.SYSTEM);
        assertThat(group.remove("turning")).isTrue();
        assertThat(turning.ended).containsExactly("closed");
    }

    private void start() {
        group = new AgentGroup(agents, EpochClock.SYSTEM);
        group.doWork(EpochClock.SYSTEM.nanos());
    }

    private void startAndKeepLooking() {
        start();
        Await.until("one that failed", () -> group.doWork(0) < 0);
    }

    private static long block(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return EpochClock.SYSTEM.nanos() + TimeUnit.SECONDS.toNanos(1);
    }

    /** Counts its turns. */
    private static final class Turning implements Agent {
        private final AtomicLong turns = new AtomicLong();
        private volatile String thread = "";
        private final List<String> ended = new CopyOnWriteArrayList<>();

        @Override
        public long doWork(long now) {
            thread = Thread.currentThread().getName();
            turns.incrementAndGet();
            return now + 1_000_000;
        }

        void awaitTurns(long wanted) {
            Await.until(wanted + " turns", () -> turns.get() >= wanted);
        }

        @Override
        public void drain() {
            ended.add("drained");
        }

        @Override
        public void close() {
            ended.add("closed");
        }
    }
}
