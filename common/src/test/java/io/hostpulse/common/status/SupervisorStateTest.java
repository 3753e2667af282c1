package io.hostpulse.common.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.status.SupervisorState.Supervised;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorStateTest {

    @TempDir
    private Path directory;

    @Test
    void readsWhatTheSupervisorWrites() {
        SupervisorState state = SupervisorState.parse(List.of(
                "supervisor\t41\t1735899000\t0.1.0",
                "collector-memory\trunning\t42\t0\t1735899001\t-\t0",
                "broker\tcrash-loop\t0\t8\t1735899100\t137\t1735899160"));
        assertThat(state.pid()).isEqualTo(41);
        assertThat(state.startSeconds()).isEqualTo(1_735_899_000);
        assertThat(state.processes())
                .containsExactly(
                        new Supervised("collector-memory", LifeState.RUNNING, 42, 0, "-", 0),
                        new Supervised("broker", LifeState.CRASH_LOOP, 0, 8, "137", 1_735_899_160));
    }

    @Test
    void passesOverWhatANewerSupervisorMayAdd() {
        SupervisorState state = SupervisorState.parse(List.of(
                "supervisor\t41\t1735899000\t0.2.0\tmore",
                "something new",
                "broker\tmeditating\t42\t0\t1735899001\t-\t0\tmore"));
        assertThat(state.processes()).extracting(Supervised::state).containsExactly(LifeState.UNKNOWN);
    }

    @Test
    void findsNoneWhereNoneEverRan() throws IOException {
        assertThat(SupervisorState.readFrom(directory.resolve("supervisor.state")))
                .isEqualTo(SupervisorState.NONE);
    }

    @Test
    void namesAFileThatIsNoStateFile() throws IOException {
        Path file = Files.writeString(directory.resolve("supervisor.state"), "supervisor\tx\ty\tz\n");
        assertThatThrownBy(() -> SupervisorState.readFrom(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("supervisor.state is no state file");
    }
}
