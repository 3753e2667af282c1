package io.hostpulse.collector.source.system.systemd;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs systemctl, without a shell and with an environment of two variables. One that does not end in time is killed, and so is
 * one that prints more than a pipe holds (64 KB, some hundred units): nobody empties it before it ends.
 */
final class Systemctl implements FailedUnits {

    /** What is asked of systemd, whichever program is run for it. */
    static final List<String> COMMAND =
            List.of("systemctl", "list-units", "--failed", "--plain", "--no-legend", "--no-pager", "--full");

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
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.get(0) + " did not answer within " + limit.toMillis() + " ms");
            }
            return answer(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + command.get(0) + " ran");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", path));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> answer(Process process) throws IOException {
        if (process.exitValue() == 0) {
            return UnitListText.names(printed(process.getInputStream()));
        }
        String message = printed(process.getErrorStream()).strip();
        throw new IOException(command.get(0) + " ended with " + process.exitValue() + ": "
                + message.substring(0, Math.min(MESSAGE_LIMIT, message.length())));
    }

    /** All of it is there once the process has ended; waiting for the end of the stream would wait for its children too. */
    private static String printed(InputStream stream) throws IOException {
        return new String(stream.readNBytes(stream.available()), StandardCharsets.UTF_8);
    }
}
