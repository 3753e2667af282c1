package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.TimeText;
import io.hostpulse.alerter.replay.Form;
import io.hostpulse.alerter.replay.RulesReports;
import io.hostpulse.common.codec.Since;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.text.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code rules}.
 *
 * @param out takes what was asked for
 * @param err takes what went wrong, and how far it is
 * @param style how tables are shown
 * @param watched whether a person sees {@code err}
 * @param usualConfig the configuration file unless another is named
 * @param usualData the data directory unless another is named
 * @param environment the variables
 * @param clock what times that people type are relative to
 * @param zone whose clock people read and type
 */
record RulesCommand(
        PrintWriter out,
        PrintWriter err,
        Style style,
        boolean watched,
        Optional<Path> usualConfig,
        Optional<Path> usualData,
        Map<String, String> environment,
        EpochClock clock,
        ZoneId zone) {

    static RulesCommand onTerminal(boolean terminal, boolean watched, Map<String, String> environment) {
        return new RulesCommand(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Style.of(terminal, environment),
                watched,
                Optional.ofNullable(System.getProperty("hostpulse.config")).map(Path::of),
                Optional.ofNullable(System.getProperty("hostpulse.data")).map(Path::of),
                environment,
                EpochClock.SYSTEM,
                ZoneId.systemDefault());
    }

    /** System.out writes in the encoding of the locale; JSON is UTF-8. */
    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), false, StandardCharsets.UTF_8);
    }

    int run(String... arguments) {
        try {
            RulesOptions options = RulesOptions.parse(arguments);
            out.print(options.action().isEmpty() ? RulesOptions.USAGE : report(options));
            return ExitCode.DONE.code();
        } catch (ProcessFailure e) {
            return failed(e.exitCode(), e.getMessage());
        } catch (ConfigException e) {
            return failed(ExitCode.USAGE, e.getMessage());
        } catch (IOException | QueueException e) {
            return failed(ExitCode.FAILED, e.getMessage());
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int failed(ExitCode code, String message) {
        err.println("hostpulse: " + message);
        return code.code();
    }

    private String report(RulesOptions options) throws IOException {
        ConfigSources configured = new ConfigSources(
                options.path("--config").or(() -> usualConfig), options.settings(), environment, Path.of(""));
        RulesSetup setup = RulesSetup.read(
                configured, options.path("--rules"), options.path("--data").or(() -> usualData));
        Form form = new Form(options.json(), style, new TimeText(zone));
        if (options.action().equals("list")) {
            return RulesReports.list(setup.data(), setup.rules(), form);
        }
        try (ReplayProgress progress = new ReplayProgress(err, watched, clock)) {
            return RulesReports.rehearse(
                    setup.data(),
                    setup.rules(),
                    HostName.ofThisMachine(),
                    options.span(new Since(clock.nanos(), zone)),
                    progress,
                    form);
        }
    }
}
