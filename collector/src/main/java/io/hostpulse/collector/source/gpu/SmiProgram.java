package io.hostpulse.collector.source.gpu;

import com.sun.jna.NativeLibrary;
import io.hostpulse.collector.source.host.Platform;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs nvidia-smi, which may hang with the driver or write without end: it has so long and may write so much, and then it and
 * all that it started are killed.
 *
 * @param program where it is
 * @param limit how long it may take
 */
record SmiProgram(Path program, Duration limit) {

    static final Duration USUAL_LIMIT = Duration.ofSeconds(5);

    /** One card takes about 70 KB, most of it clocks. */
    static final int MOST_OUTPUT = 8 << 20;

    private static final int SIGKILL = 9;
    private static final int QUOTE_LIMIT = 120;

    /** Looks for a program as a shell would. */
    static Optional<Path> find(String name, String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    byte[] run(String... arguments) throws IOException {
        Process process = start(arguments);
        FutureTask<byte[]> output = new FutureTask<>(() -> readAll(process.getInputStream()));
        Thread reader = new Thread(output, "nvidia-smi output");
        reader.setDaemon(true);
        reader.start();
        try {
            return ended(process, output.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            kill(process);
            throw new IOException("nvidia-smi did not answer within " + limit.toSeconds() + " s and was killed", e);
        } catch (ExecutionException e) {
            kill(process);
            throw new IOException(String.valueOf(e.getCause().getMessage()), e);
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while nvidia-smi ran");
        }
    }

    private static byte[] readAll(InputStream stream) throws IOException {
        byte[] written = stream.readNBytes(MOST_OUTPUT + 1);
        if (written.length > MOST_OUTPUT) {
            throw new IOException("nvidia-smi wrote more than " + MOST_OUTPUT / (1 << 20) + " MB and was killed");
        }
        return written;
    }

    /** Whoever has closed its output has nothing left to do. */
    private byte[] ended(Process process, byte[] written) throws InterruptedException, TimeoutException, IOException {
        if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        if (process.exitValue() != 0) {
            throw new IOException("nvidia-smi ended with exit code " + process.exitValue() + quote(written));
        }
        return written;
    }

    /** It says on stdout what is wrong: "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver." */
    private static String quote(byte[] written) {
        String text = new String(written, 0, Math.min(written.length, QUOTE_LIMIT), StandardCharsets.UTF_8);
        String line = text.lines().findFirst().orElse("").strip();
        return line.isEmpty() || line.startsWith("<") ? "" : ": " + line;
    }

    /** In a session of its own where there is setsid, so that it can be killed together with what it started. */
    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        setsid().ifPresent(setsid -> command.add(setsid.toString()));
        command.add(program.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Numbers with a point, words in English.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Optional<Path> setsid() {
        return Platform.current() == Platform.LINUX ? find("setsid", "/usr/bin:/bin") : Optional.empty();
    }

    /**
     * Its pid is also the number of its group. Only called while one of the group lives, which holds or fills the output, so
     * that the number is nobody else's.
     */
    private static void kill(Process process) {
        if (setsid().isPresent()) {
            NativeLibrary.getProcess().getFunction("kill").invokeInt(new Object[] {(int) -process.pid(), SIGKILL});
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
