package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.LiveProcesses;
import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.text.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks twice and shows the difference.
 *
 * @param out takes what was asked for
 * @param err takes what went wrong
 * @param style how the table is shown
 * @param width how many characters of a line fit
 * @param usualConfig the configuration file unless another is named
 * @param environment the variables
 */
record PsCommand(
        PrintWriter out,
        PrintWriter err,
        Style style,
        int width,
        Optional<Path> usualConfig,
        Map<String, String> environment) {

    /** Long enough that a tick of 10 ms is 2 %, short enough to be waited for. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final String OWN_SECTION = "sources.process";

    int run(String... arguments) {
        try {
            PsOptions options = PsOptions.parse(arguments);
            out.print(options.help() ? PsOptions.USAGE : report(options));
            return ExitCode.DONE.code();
        } catch (ProcessFailure e) {
            return failed(e.exitCode(), e.getMessage());
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE.code();
        } catch (IOException e) {
            return failed(ExitCode.FAILED, "processes cannot be read: " + e.getMessage());
        }
    }

    private int failed(ExitCode code, String message) {
        err.println("hostpulse: " + message);
        return code.code();
    }

    private String report(PsOptions options) throws IOException {
        PsReport report = new PsReport(options, rows(options));
        return options.json() ? report.json() : report.text(style, width);
    }

    private List<ProcessRow> rows(PsOptions options) throws IOException {
        Config config = Config.load(new ConfigSources(
                options.config().or(() -> usualConfig), options.settings(), environment, Path.of("")));
        ConfigNode own = config.root().section("sources").section("process");
        try (LiveProcesses processes = LiveProcesses.open(own)) {
            check(config, own);
            waitFor(BETWEEN_LOOKS);
            return processes.rows();
        }
    }

    /** A mistake elsewhere must keep nobody from looking; one here might show what should be hidden. */
    private static void check(Config config, ConfigNode own) {
        SourceSettings.read("process", own, Duration.ofSeconds(5));
        QueueSettings.DEFAULTS.of(own);
        try {
            config.finish();
        } catch (ConfigException e) {
            List<String> ours = e.problems().stream()
                    .filter(PsCommand::isOurs)
                    .map(Problem::toString)
                    .toList();
            if (!ours.isEmpty()) {
                throw ProcessFailure.usage(String.join("\n", ours));
            }
        }
    }

    private static boolean isOurs(Problem problem) {
        return problem.path().equals(OWN_SECTION) || problem.path().startsWith(OWN_SECTION + ".");
    }

    private static void waitFor(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
