package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One life of a child process. Whatever happens to the campaign, the child does not outlive it. */
final class Child implements AutoCloseable {

    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        // A child that is stopped by a signal does not notice that the campaign is gone.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Child::end), "ends the children"));
    }

    private final Process process;
    private final Path errors;
    private final Thread listener;
    private final CompletableFuture<Duration> atWork = new CompletableFuture<>();
    private final long started = System.nanoTime();

    private Child(List<String> command, Path errors, String workBegins, Consumer<String> said) throws IOException {
        this.errors = errors;
        this.process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        LIVING.add(process);
        this.listener = new Thread(() -> listen(workBegins, said), "listens to " + process.pid());
        this.listener.setDaemon(true);
        this.listener.start();
    }

    /**
     * Starts a child.
     *
     * @param workBegins how the first line begins that shows it at work
     * @param said takes each of its lines, on a thread of its own
     */
    static Child start(List<String> command, Path scratch, String workBegins, Consumer<String> said) {
        try {
            return new Child(command, Files.createTempFile(scratch, "child", ".err"), workBegins, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(String workBegins, Consumer<String> said) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.accept(line);
                if (line.startsWith(workBegins)) {
                    atWork.complete(Duration.ofNanos(System.nanoTime() - started));
                }
            }
        } catch (IOException e) {
            // Its last line was cut short by the kill: it does not count.
        }
        atWork.completeExceptionally(new IllegalStateException("ended before its first record: " + errors()));
    }

    /** Waits for its first record and tells how long that took from the start of the process. */
    Duration awaitWork(Duration limit) {
        try {
            return atWork.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new AssertionError("no record within " + limit.toSeconds() + " s: " + errors(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Tells the child something on its standard input. */
    void say(String word) {
        try {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the child is gone: " + errors(), e);
        }
    }

    /** Sends a signal by its name. */
    void signal(String name) {
        Commands.run("kill", "-" + name, Long.toString(target().pid()));
    }

    /** Kills it as the kernel would, and returns when all that it said has been heard. */
    void kill() {
        // Java's own check that the pid is still the same process sometimes fails on a busy machine, without a word.
        Await.until("killed", Duration.ofSeconds(10), () -> {
            target().destroyForcibly();
            return hasEnded(Duration.ofMillis(100));
        });
        awaitExit(Duration.ofSeconds(10));
    }

    /** Waits for its end and tells its exit code; 128 and more is a signal. */
    int awaitExit(Duration limit) {
        if (!hasEnded(limit)) {
            throw new AssertionError("not ended within " + limit.toSeconds() + " s: " + errors());
        }
        try {
            listener.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean hasEnded(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The JVM itself, also behind a command that waits for it. */
    ProcessHandle target() {
        return process.children().findFirst().orElse(process.toHandle());
    }

    String errors() {
        try {
            return Files.readString(errors).strip();
        } catch (IOException e) {
            return "(no standard error: " + e + ")";
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    @Override
    public void close() {
        end(process);
        awaitExit(Duration.ofSeconds(10));
        LIVING.remove(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
