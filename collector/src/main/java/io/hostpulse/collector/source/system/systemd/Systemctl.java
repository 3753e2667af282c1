package io.hostpulse.collector.source.system.systemd;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs systemctl, without a shell and with an environment of two variables. What it prints is read by a thread of its own, so
 * that one that does not end in time can be given up and killed.
 */
final class Systemctl implements FailedUnits {

    /** What is asked of systemd. */
    static final List<String> COMMAND =
            List.of("systemctl", "list-units", "--failed", "--plain", "--no-legend", "--no-pager", "--full");

    /** Some thousand units; what is beyond is not read. */
    private static final int OUTPUT_LIMIT = 1 << 20;

    private static final int MESSAGE_LIMIT = 200;

    private final List<String> command;
    private final Duration limit;

    Systemctl(List<String> command, Duration limit) {
        this.command = List.copyOf(command);
        this.limit = limit;
    }

    @Override
    public List<String> ask() throws IOException {
        Process process = start();
        try {
            return answer(process, printed(process));
        } catch (TimeoutException e) {
            throw new IOException(command.get(0) + " did not answer within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command.get(0) + " ran");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", path));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private String printed(Process process) throws IOException, InterruptedException, TimeoutException {
        FutureTask<byte[]> output =
                new FutureTask<>(() -> process.getInputStream().readNBytes(OUTPUT_LIMIT));
        Thread reader = new Thread(output, "systemctl");
        reader.setDaemon(true);
        reader.start();
        try {
            return new String(output.get(limit.toMillis(), TimeUnit.MILLISECONDS), StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new IOException(command.get(0) + ": " + e.getCause().getMessage(), e);
        }
    }

    /** It has closed its output, so that its end is a moment away. */
    private List<String> answer(Process process, String printed)
            throws IOException, InterruptedException, TimeoutException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException();
        }
        if (process.exitValue() == 0) {
            return UnitListText.names(printed);
        }
        String message = printed.strip();
        throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": "
                + message.substring(0, Math.min(MESSAGE_LIMIT, message.length())));
    }
}
