package io.hostpulse.console;

import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.process.ExitCode;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.text.Printable;
import io.hostpulse.console.alerts.NotThereException;
import io.hostpulse.console.memory.ProcessUnreachableException;
import io.hostpulse.console.tail.NoSuchStreamException;
import io.hostpulse.history.HistoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts the commands together and turns what went wrong into a message and an exit code. */
@Command(
        name = "hostpulse",
        description = "Looks at a Hostpulse, running or not.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: hostpulse tail memory -f"})
final class Console implements Runnable {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    Console(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(String... args) {
        int code = commandLine().execute(args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    private CommandLine commandLine() {
        return new CommandLine(this)
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new TailCommand(surroundings))
                .addSubcommand(new HistoryCommand(surroundings))
                .addSubcommand(new MemoryCommand(surroundings))
                .addSubcommand(queues())
                .addSubcommand(new GpuCommand(surroundings))
                .addSubcommand(alerts())
                .addSubcommand(handlers())
                .addSubcommand(new CommandLine(new ExportCommand(surroundings))
                        .addSubcommand(new ExportNowCommand(surroundings)))
                .addSubcommand(monitoring())
                .addSubcommand(tokens())
                .addSubcommand(new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCheckCommand(surroundings)))
                .addSubcommand(new ProcessesCommand(surroundings))
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler((problem, command, parsed) -> report(problem));
    }

    private CommandLine queues() {
        return new CommandLine(new QueuesCommand(surroundings))
                .addSubcommand(new QueuesListCommand(surroundings))
                .addSubcommand(new QueuesVerifyCommand(surroundings))
                .addSubcommand(new QueuesRepairCommand(surroundings))
                .addSubcommand(new QueuesPruneCommand(surroundings))
                .addSubcommand(new QueuesExportCommand(surroundings));
    }

    private CommandLine alerts() {
        return new CommandLine(new AlertsCommand(surroundings))
                .addSubcommand(new AlertsHistoryCommand(surroundings))
                .addSubcommand(new AlertsShowCommand(surroundings))
                .addSubcommand(new AlertsAckCommand(surroundings))
                .addSubcommand(new AlertsResolveCommand(surroundings))
                .addSubcommand(new AlertsNoteCommand(surroundings))
                .addSubcommand(new AlertsSilenceCommand(surroundings))
                .addSubcommand(new AlertsSilencesCommand(surroundings))
                .addSubcommand(new AlertsUnsilenceCommand(surroundings))
                .addSubcommand(new AlertsThresholdsCommand(surroundings))
                .addSubcommand(new AlertsThresholdCommand(surroundings))
                .addSubcommand(new AlertsReloadCommand(surroundings));
    }

    private CommandLine handlers() {
        return new CommandLine(new NotifyCommand(surroundings))
                .addSubcommand(new NotifyListCommand(surroundings))
                .addSubcommand(new NotifyEnableCommand(surroundings))
                .addSubcommand(new NotifyDisableCommand(surroundings))
                .addSubcommand(new NotifyDeadCommand(surroundings))
                .addSubcommand(new NotifyResendCommand(surroundings));
    }

    private CommandLine monitoring() {
        return new CommandLine(new MonitoringCommand(surroundings))
                .addSubcommand(new MonitoringStopCommand(surroundings))
                .addSubcommand(new MonitoringStartCommand(surroundings));
    }

    private CommandLine tokens() {
        return new CommandLine(new TokenCommand(surroundings))
                .addSubcommand(new TokenListCommand(surroundings))
                .addSubcommand(new TokenCreateCommand(surroundings))
                .addSubcommand(new TokenRevokeCommand(surroundings));
    }

    /** Is asked for when no command was given. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private int report(Exception problem) {
        if (problem instanceof ConfigException) {
            surroundings.err().println(problem.getMessage());
            return ExitCode.USAGE.code();
        }
        if (problem instanceof NotThereException) {
            surroundings.err().println("hostpulse: " + Printable.of(problem.getMessage()));
            return ExitCode.USAGE.code();
        }
        if (problem instanceof NoSuchStreamException
                || problem instanceof QueueException
                || problem instanceof HistoryException
                || problem instanceof ProcessUnreachableException) {
            return failed(problem.getMessage());
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            return failed(problem.toString());
        }
        surroundings.err().println("hostpulse: this is a defect; please report it with these lines");
        problem.printStackTrace(surroundings.err());
        return ExitCode.INTERNAL.code();
    }

    private int failed(String message) {
        surroundings.err().println("hostpulse: " + message);
        return ExitCode.FAILED.code();
    }
}
