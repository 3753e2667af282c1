package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.ConfigNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProcessTest {

    @TempDir
    Path root;

    @Test
    void endsForNowWhenAMappedFileCannotBeWritten() throws IOException {
        int code = run(() -> {
            throw new InternalError("a fault occurred in an unsafe memory access operation");
        });
        assertThat(code).isEqualTo(ExitCode.TEMPORARY.code());
        assertThat(Files.readString(root.resolve("logs/faulty.log")))
                .contains(
                        "faulty ends with exit code 75: a mapped file could not be written, because the disk is full or"
                                + " broken (a fault occurred in an unsafe memory access operation); make room");
    }

    @Test
    void takesHardwareThatIsNotThereForNoTroubleAndKeepsTheReason() throws IOException {
        int code = run(() -> {
            throw ProcessFailure.absent("no GPU found: nvml: libnvidia-ml.so.1 is not installed");
        });
        assertThat(code).isEqualTo(ExitCode.ABSENT.code());
        assertThat(Files.readString(root.resolve("logs/faulty.log")))
                .contains("faulty: no GPU found: nvml: libnvidia-ml.so.1 is not installed")
                .doesNotContain("WARN", "ERROR");
        assertThat(Mark.read(new DataDirectory(root), "faulty").orElseThrow().condition())
                .isEqualTo("no GPU found: nvml: libnvidia-ml.so.1 is not installed");
    }

    private int run(Runnable wiring) {
        return HostProcess.run(new Faulty(wiring), "--config", "/dev/null", "--data", root.toString());
    }

    private record Faulty(Runnable wiring) implements ProcessDefinition<String> {

        @Override
        public String name(Arguments arguments) {
            return "faulty";
        }

        @Override
        public Set<String> sections() {
            return Set.of();
        }

        @Override
        public String settings(Arguments arguments, ConfigNode root) {
            return "";
        }

        @Override
        public Agent wire(ProcessContext context, String settings) {
            wiring.run();
            throw new AssertionError("the wiring should have failed");
        }
    }
}
