package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentRunnerTest {

    @Test
    void callsTheAgentWithTheTimeUntilItIsStopped() throws Exception {
        StopSignal stop = new StopSignal();
        List<Long> turns = new ArrayList<>();
        List<Long> heartbeats = new ArrayList<>();
        long[] clock = {1000};
        int[] readies = {0};
        Agent agent = now -> {
            turns.add(now);
            if (turns.size() == 3) {
                stop.give();
            }
            return now + 1;
        };
        new AgentRunner(agent, () -> clock[0]++, heartbeats::add, () -> readies[0]++, stop).run();
        assertThat(readies[0]).isEqualTo(1);
        assertThat(turns).hasSize(3).isSorted();
        assertThat(heartbeats).isEqualTo(turns);
    }

    @Test
    void wakesFromALongPauseWhenItIsStopped() throws Exception {
        StopSignal stop = new StopSignal();
        AgentRunner runner = new AgentRunner(now -> Long.MAX_VALUE, () -> 0, now -> {}, () -> {}, stop);
        Thread thread = new Thread(() -> {
            try {
                runner.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        stop.give();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }
}
