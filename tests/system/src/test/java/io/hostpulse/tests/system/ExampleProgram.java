package io.hostpulse.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs until it is ended, started in the project's folder as examples/README.md says. */
final class ExampleProgram implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private ExampleProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static ExampleProgram start(Path home, List<String> command) throws IOException {
        Path out = Files.createTempFile(home, "example", ".out");
        Path err = Files.createTempFile(home, "example", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Script.PROJECT.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // No byte code beside the sources.
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return new ExampleProgram(builder.start(), out, err);
    }

    /** What it has printed so far, whole lines only. */
    List<String> lines() {
        String text = read(out);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    String errors() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            // Its end may lie inside of a character.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Ends it as its user does; it must obey at once and without complaint. */
    void stop(int expected) throws InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as("it ends when it is asked to: %s", errors()).isTrue();
        assertThat(process.exitValue()).as(errors()).isEqualTo(expected);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
