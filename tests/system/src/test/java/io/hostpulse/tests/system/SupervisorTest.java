package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the supervisor's own tests, which are shell scripts as it is. */
class SupervisorTest {

    @TempDir
    Path home;

    @Test
    void keepsItsPromisesWithStandInProcesses() {
        Script.Result result = new Script(home)
                .run(
                        Duration.ofMinutes(5),
                        Map.of("HOME", System.getProperty("user.home"), "TMPDIR", System.getProperty("java.io.tmpdir")),
                        List.of(Script.PROJECT.resolve("tests/supervisor/run").toString()));
        assertThat(result.exitCode()).as(result.all()).isZero();
    }
}
