package io.hostpulse.tests.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a user would, with a home and a temporary folder of their own, so that anything left there shows. */
record Script(Path home) {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** What a command printed and how it ended. */
    record Result(int exitCode, String out, String err) {

        String all() {
            return out + err;
        }
    }

    Result hostpulse(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(PROJECT.resolve("scripts/hostpulse").toString()));
        command.addAll(List.of(arguments));
        return run(Duration.ofMinutes(3), Map.of(), command);
    }

    Result run(Duration limit, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(home, "out", ".txt");
            Path err = Files.createTempFile(home, "err", ".txt");
            Process process = start(environment, command, out, err);
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            Result result = new Result(ended ? process.exitValue() : -1, read(out), read(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(Map<String, String> environment, List<String> command, Path out, Path err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(PROJECT.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HOSTPULSE_"));
        builder.environment().put("HOME", folder("home").toString());
        builder.environment().put("TMPDIR", folder("tmp").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What its user would do at the terminal. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(home.resolve(name));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
