package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.program.Runner;
import io.hostpulse.common.program.Wrapping;
import java.time.Duration;

/** The source {@code command}: a program, its exit code, its time, and the values that it writes. */
public final class CommandSourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public CommandSourceType() {}

    @Override
    public String name() {
        return "command";
    }

    @Override
    public Duration defaultInterval() {
        return CommandOptions.INTERVAL;
    }

    @Override
    public Opener configure(ConfigNode options) {
        CommandOptions checked = CommandOptions.from(options);
        return context -> new CommandSource(
                new Runner(checked.call(), Wrapping.available(), System.getenv(), System::nanoTime),
                new CommandOutput(checked.format(), checked.metrics()));
    }
}
