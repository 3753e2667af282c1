package io.hostpulse.common.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.ProcessState;
import io.hostpulse.common.status.SupervisorState.Supervised;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final long SECOND = 1_000_000_000L;

    private static LifeState supervised(LifeState state, boolean alive, long heartbeatAge) {
        Supervised entry = new Supervised("broker", state, 42, 0, "-", 0);
        return new Verdict(Optional.of(entry), Optional.empty(), alive, Optional.of(heartbeatAge)).state();
    }

    private static LifeState alone(ProcessState state, boolean alive) {
        Mark mark = new Mark("broker", "0.1.0", 42, 0, 0, 0, state, Map.of(), "");
        return new Verdict(Optional.empty(), Optional.of(mark), alive, Optional.of(SECOND)).state();
    }

    @Test
    void believesTheSupervisorWhileTheKernelAgrees() {
        assertThat(supervised(LifeState.RUNNING, true, SECOND)).isEqualTo(LifeState.RUNNING);
        assertThat(supervised(LifeState.BACKOFF, false, 0)).isEqualTo(LifeState.BACKOFF);
    }

    @Test
    void callsALiveProcessWithoutAHeartbeatHung() {
        assertThat(supervised(LifeState.RUNNING, true, 5 * SECOND)).isEqualTo(LifeState.RUNNING);
        assertThat(supervised(LifeState.RUNNING, true, 5 * SECOND + 1)).isEqualTo(LifeState.HUNG);
        assertThat(supervised(LifeState.STARTING, true, 9 * SECOND)).isEqualTo(LifeState.STARTING);
    }

    @Test
    void seesADeathBeforeTheSupervisorDoes() {
        assertThat(supervised(LifeState.RUNNING, false, 0)).isEqualTo(LifeState.GONE);
    }

    @Test
    void takesTheProcessAtItsWordWhenNobodySupervises() {
        assertThat(alone(ProcessState.DRAINING, true)).isEqualTo(LifeState.DRAINING);
        assertThat(alone(ProcessState.STOPPED, false)).isEqualTo(LifeState.STOPPED);
        assertThat(alone(ProcessState.RUNNING, false)).isEqualTo(LifeState.GONE);
    }
}
