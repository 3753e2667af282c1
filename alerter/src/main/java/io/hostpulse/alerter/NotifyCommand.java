package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.trial.Answer;
import io.hostpulse.alerter.trial.TestMessage;
import io.hostpulse.alerter.trial.TrialOptions;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.DataSettings;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Nearest;
import io.hostpulse.common.text.Printable;
import io.hostpulse.common.text.Style;
import io.hostpulse.common.text.Table;
import io.hostpulse.common.violation.ViolationReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads the configuration, sends one test through one handler, and says what came of it. It needs no running alerter, and the running one
 * does not notice.
 *
 * @param out takes what was asked for, and what a handler prints
 * @param err takes what went wrong
 * @param usualConfig the configuration file unless another is named
 * @param usualData the data directory unless another is named
 * @param environment the variables
 * @param clock the time
 * @param nanoTime a clock that never goes back
 */
record NotifyCommand(
        PrintStream out,
        PrintStream err,
        Optional<Path> usualConfig,
        Optional<Path> usualData,
        Map<String, String> environment,
        EpochClock clock,
        LongSupplier nanoTime) {

    int run(String... arguments) {
        try {
            return run(TrialOptions.parse(arguments)).code();
        } catch (ProcessFailure e) {
            err.println("hostpulse: " + e.getMessage());
            return e.exitCode().code();
        } catch (ConfigException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE.code();
        }
    }

    private ExitCode run(TrialOptions options) {
        if (options.help()) {
            out.print(TrialOptions.USAGE);
            return ExitCode.DONE;
        }
        Config config = Config.load(new ConfigSources(
                options.config().or(() -> usualConfig), options.settings(), environment, Path.of("")));
        Path data = DataSettings.read(
                        config.root().section("data"), options.data().or(() -> usualData))
                .directory();
        Map<String, ConfiguredHandler> handlers = NotificationsSection.handlers(
                config.root().section(NotificationsSection.NAME), HandlerTypes.of(config.root()));
        String name = options.handler().orElseThrow(() -> listing("name the handler to test", handlers));
        checkSection(config, name);
        if (!handlers.containsKey(name)) {
            throw listing("there is no handler '" + name + "'" + Nearest.hint(name, handlers.keySet()), handlers);
        }
        return test(handlers.get(name), data, options);
    }

    private ExitCode test(ConfiguredHandler handler, Path data, TrialOptions options) {
        if (!handler.problem().isEmpty()) {
            throw ProcessFailure.usage(handler.problem());
        }
        TestMessage message =
                new TestMessage(HostName.ofThisMachine(), options.level(), options.resolved(), clock.nanos());
        String name = handler.settings().name();
        out.println("handler " + name + " (" + handler.settings().type() + ")"
                + (handler.settings().enabled() ? "" : ", which is not enabled: alerts are not sent to it") + ":");
        Answer answer = send(handler, data, message.notification());
        out.println(answer.text());
        return answer.isDelivered() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Answer send(ConfiguredHandler handler, Path data, Notification notification) {
        HandlerSurroundings surroundings = new HandlerSurroundings(
                handler.settings().name(),
                data,
                clock::nanos,
                out,
                handler.settings().zone(),
                new ViolationReader(new QueueDirectory(new DataDirectory(data).queues()))::report);
        long begin = nanoTime.getAsLong();
        try (Handler opened = handler.opener().open(surroundings)) {
            return new Answer(attempt(opened, notification), nanoTime.getAsLong() - begin);
        }
    }

    // What an exception says has not been searched for secrets.
    private static Outcome attempt(Handler handler, Notification notification) {
        try {
            return handler.send(notification);
        } catch (RuntimeException e) {
            return new Outcome.TryAgain(
                    "a defect in the handler: " + e.getClass().getName() + " at " + e.getStackTrace()[0],
                    Optional.empty());
        }
    }

    /** A mistake elsewhere must keep nobody from trying this handler. */
    private static void checkSection(Config config, String name) {
        try {
            config.finish();
        } catch (ConfigException e) {
            String own = NotificationsSection.NAME + "." + name;
            List<String> ours = e.problems().stream()
                    .filter(problem ->
                            problem.path().equals(own) || problem.path().startsWith(own + "."))
                    .map(Problem::toString)
                    .toList();
            if (!ours.isEmpty()) {
                throw ProcessFailure.usage(String.join("\n", ours));
            }
        }
    }

    private static ProcessFailure listing(String what, Map<String, ConfiguredHandler> handlers) {
        if (handlers.isEmpty()) {
            return ProcessFailure.usage(what + "; none is configured: write one under 'notifications'"
                    + " (docs/NOTIFICATIONS.md shows the shortest form of each kind)");
        }
        Table table = new Table().left("NAME").left("TYPE").left("");
        handlers.forEach((name, handler) -> table.row(
                Cell.of(Printable.of(name)),
                Cell.of(handler.settings().type()),
                Cell.of(handler.settings().enabled() ? "" : "not enabled")));
        return ProcessFailure.usage(
                what + "; there are:\n" + table.render(Style.PLAIN).stripTrailing());
    }
}
