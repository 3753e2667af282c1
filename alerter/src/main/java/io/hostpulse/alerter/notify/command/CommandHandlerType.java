package io.hostpulse.alerter.notify.command;

import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Redaction;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.program.ProgramCall;
import io.hostpulse.common.program.ProgramOptions;
import io.hostpulse.common.program.Runner;
import io.hostpulse.common.program.Wrapping;
import java.nio.file.Path;
import java.time.Duration;

/** The handler {@code command}. */
public final class CommandHandlerType implements HandlerType {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(50);

    /** Only its beginning goes into the receipt. */
    private static final int MAX_OUTPUT = 64 << 10;

    /** Makes the kind; it holds nothing. */
    public CommandHandlerType() {}

    @Override
    public String name() {
        return "command";
    }

    @Override
    public Opener configure(ConfigNode options) {
        ProgramCall call = new ProgramCall(
                ProgramOptions.command(options, "[/usr/local/bin/page-me, --from, hostpulse]"),
                options.path("working_directory", Path.of("")),
                ProgramOptions.environment(options.section("environment")),
                options.duration("timeout", TIMEOUT, SHORTEST, LONGEST),
                MAX_OUTPUT,
                false);
        return surroundings -> new CommandHandler(
                new Runner(call, Wrapping.available(), System.getenv(), System::nanoTime),
                Redaction.of(call.environment().values()));
    }
}
