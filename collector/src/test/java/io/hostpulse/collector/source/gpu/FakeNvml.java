package io.hostpulse.collector.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The library of src/test/native, compiled for one test. What it does next is written beside it. */
public record FakeNvml(Path library) {

    private static final Path SOURCE = Path.of("src/test/native/fake-nvml.c");

    /** Compiles it; without a compiler the test is skipped and says so. */
    public static FakeNvml in(Path folder, String... flags) throws Exception {
        assumeTrue(
                SmiProgram.find("cc", System.getenv().getOrDefault("PATH", "")).isPresent(),
                "skipped: there is no C compiler 'cc' for the stand-in of NVIDIA's library");
        Path library = Files.createTempDirectory(folder, "nvml").resolve("libnvidia-ml.so.1");
        List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-o", library.toString()));
        command.addAll(List.of(flags));
        command.addAll(List.of(SOURCE.toString(), "-ldl"));
        Path output = folder.resolve("cc.out");
        Process compiler = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).as(Files.readString(output)).isZero();
        return new FakeNvml(library);
    }

    FakeNvml scenario(String... lines) throws IOException {
        Files.write(Path.of(library + ".scenario"), List.of(lines));
        return this;
    }

    /** What was called of that which is worth counting, such as "initialise 0". */
    List<String> calls() throws IOException {
        Path calls = Path.of(library + ".calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    String path() {
        return library.toString();
    }
}
