package io.hostpulse.common.program;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs the program once. Its output is only ever asked for what is there, never waited for: whoever keeps it open can hold up nobody.
 * However the run ends, nothing that it started goes on. Used by one thread, which may be interrupted.
 */
public final class Runner {

    private static final Path PROC = Path.of("/proc");
    private static final File NOTHING = new File("/dev/null");
    private static final int BUFFER = 32 << 10;
    private static final int MOST_BUFFERS = 256;

    /** Short enough not to be seen in a duration, long enough not to be seen in the load. */
    private static final long POLL_MILLIS = 5;

    private final ProgramCall options;
    private final Wrapping wrapping;
    private final Map<String, String> own;
    private final LongSupplier nanoTime;

    /**
     * Makes it; it runs nothing yet.
     *
     * @param options how the program is run
     * @param wrapping what stands before it
     * @param own the variables of this process, of which the usual few are handed on
     * @param nanoTime a clock that never goes back, nanoseconds
     */
    public Runner(ProgramCall options, Wrapping wrapping, Map<String, String> own, LongSupplier nanoTime) {
        this.options = options;
        this.wrapping = wrapping;
        this.own = own;
        this.nanoTime = nanoTime;
    }

    /**
     * Runs it without input.
     *
     * @return how it ended by itself
     * @throws IOException when it could not be started, took too long, or wrote too much
     */
    public Run run() throws IOException {
        return run(new byte[0]);
    }

    /**
     * Runs it.
     *
     * @param input what it can read from its standard input
     * @return how it ended by itself
     * @throws IOException when it could not be started, took too long, or wrote too much
     */
    public Run run(byte[] input) throws IOException {
        String mark = UUID.randomUUID().toString();
        long begin = nanoTime.getAsLong();
        Process process = start(mark, input.length > 0);
        try (Attempt attempt = new Attempt(process, mark, begin)) {
            if (input.length > 0) {
                Feed.start(process.getOutputStream(), input);
            }
            return attempt.await();
        }
    }

    private Process start(String mark, boolean hasInput) throws IOException {
        Map<String, String> environment = Surroundings.of(own, options.environment(), mark);
        List<String> command = options.command();
        Path program = Program.find(command.get(0), options.directory(), environment.getOrDefault("PATH", ""));
        ProcessBuilder builder = new ProcessBuilder(wrapping.around(program, command.subList(1, command.size())));
        builder.directory(options.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (!hasInput && NOTHING.exists()) {
            builder.redirectInput(NOTHING);
        }
        return builder.start();
    }

    /** One run from its start to its end. */
    private final class Attempt implements AutoCloseable {

        private final Process process;
        private final Lineage lineage;
        private final long begin;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private final LastLines errors = new LastLines();
        private final byte[] buffer = new byte[BUFFER];
        private long written;
        private boolean isEnded;

        Attempt(Process process, String mark, long begin) {
            this.process = process;
            this.lineage = new Lineage(PROC, process.toHandle(), mark);
            this.begin = begin;
        }

        Run await() throws IOException {
            try {
                while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    drain();
                    checkTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the program was ended because Hostpulse stops");
            }
            Duration duration = Duration.ofNanos(nanoTime.getAsLong() - begin);
            // Whoever is left could go on writing for ever.
            end();
            drain();
            String said = errors.text(options.environment().values());
            return new Run(process.exitValue(), duration, new Output(output.toByteArray()), said);
        }

        private void checkTime() throws IOException {
            if (nanoTime.getAsLong() - begin > options.timeout().toNanos()) {
                throw new IOException("the program did not end within "
                        + options.timeout().toMillis() + " ms and was killed" + said());
            }
        }

        private void drain() throws IOException {
            InputStream out = process.getInputStream();
            int count = take(out);
            for (int i = 0; i < MOST_BUFFERS && count > 0; i++) {
                output.write(buffer, 0, Math.min(count, options.maxOutput() - output.size()));
                written += count;
                if (options.failsAbove() && written > options.maxOutput()) {
                    throw new IOException("the program wrote more than " + options.maxOutput()
                            + " bytes (max_output) and was killed" + said());
                }
                count = take(out);
            }
            drainErrors();
        }

        // Not until it is empty: a program that complains without end must not keep the clock from being looked at.
        private void drainErrors() throws IOException {
            int count = take(process.getErrorStream());
            for (int i = 0; i < MOST_BUFFERS && count > 0; i++) {
                errors.add(buffer, count);
                count = take(process.getErrorStream());
            }
        }

        private int take(InputStream stream) throws IOException {
            return stream.available() == 0 ? 0 : stream.read(buffer, 0, Math.min(buffer.length, stream.available()));
        }

        private String said() throws IOException {
            drainErrors();
            String text = errors.text(options.environment().values());
            return text.isEmpty() ? "" : "; it said: " + text;
        }

        @Override
        public void close() {
            end();
        }

        private void end() {
            if (!isEnded) {
                isEnded = true;
                endUninterrupted();
            }
        }

        /** A thread that is marked as interrupted does not park: it would look again and again without a pause, and give up too soon. */
        private void endUninterrupted() {
            boolean wasInterrupted = Thread.interrupted();
            lineage.end();
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
