package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
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
        await(group::isReady);
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
        await(() -> group.remove("turning"));
        assertThat(turning.ended).containsExactly("closed");
        other.awaitTurns(other.turns.get() + 1);
        group.close();
        assertThat(turning.ended).as("closed once").containsExactly("closed");
    }

    @Test
    void doesNotWaitForAnAgentThatHangsWhenItIsRemoved() throws Exception {
        CountDownLatch blocked = new CountDownLatch(1);
        agents.put("hung", now -> block(blocked));
        start();
        assertThat(group.remove("hung")).isFalse();
        blocked.countDown();
        await(() -> group.remove("hung"));
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

    private void startAndKeepLooking() throws InterruptedException {
        start();
        await(() -> group.doWork(0) < 0);
    }

    private static long block(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return EpochClock.SYSTEM.nanos() + TimeUnit.SECONDS.toNanos(1);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(1);
        }
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

        void awaitTurns(long wanted) throws InterruptedException {
            await(() -> turns.get() >= wanted);
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
