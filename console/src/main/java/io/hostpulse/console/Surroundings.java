package io.hostpulse.console;

import io.hostpulse.common.config.ConfigCheck;
import io.hostpulse.common.probe.HardwareProbe;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.text.ProgressLine;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Terminal;
import io.hostpulse.console.tail.Pause;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything outside of the console that a command depends on, so that a test can say all of it.
 *
 * @param out stdout
 * @param err stderr
 * @param terminal whether stdout is a terminal
 * @param errTerminal whether stderr is a terminal
 * @param environment the variables
 * @param properties the defaults of {@code scripts/hostpulse}: {@code hostpulse.home}, {@code hostpulse.config} and {@code
 *     hostpulse.data}
 * @param workingDirectory what relative paths are relative to
 * @param proc where the process filesystem is mounted
 * @param clock the time
 * @param pause waits
 * @param zone the zone of times for people
 * @param check knows every section of the configuration
 * @param probes look at the hardware
 */
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean errTerminal,
        Map<String, String> environment,
        Function<String, Optional<String>> properties,
        Path workingDirectory,
        Path proc,
        EpochClock clock,
        Pause pause,
        ZoneId zone,
        ConfigCheck check,
        List<HardwareProbe> probes) {

    private static final int USUAL_WIDTH = 200;

    static Surroundings ofThisProcess() {
        return new Surroundings(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Terminal.isAtStdout(),
                Terminal.isAtStderr(),
                System.getenv(),
                name -> Optional.ofNullable(System.getProperty(name)),
                Path.of("").toAbsolutePath(),
                Path.of("/proc"),
                EpochClock.SYSTEM,
                Pause.by(EpochClock.SYSTEM),
                ZoneId.systemDefault(),
                ConfigCheck.ofClassPath(),
                HardwareProbe.ofClassPath());
    }

    // System.out writes in the encoding of the locale; ours is UTF-8, which JSON requires.
    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), false, StandardCharsets.UTF_8);
    }

    Style style() {
        return Style.of(terminal, environment);
    }

    Style errStyle() {
        return Style.of(errTerminal, environment);
    }

    ProgressLine progress() {
        return new ProgressLine(err, errTerminal);
    }

    /** Lines for a program or a file are whole. */
    int width() {
        if (!terminal) {
            return Integer.MAX_VALUE;
        }
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
