package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.host.Platform;
import io.hostpulse.collector.source.process.mask.SecretMask;
import io.hostpulse.common.config.ConfigNode;
import java.io.IOException;
import java.time.Duration;

/**
 * The source {@code process}, with {@code top}, {@code include}, {@code exclude}, {@code users}, {@code watch}, {@code
 * command_lines} and {@code masks}.
 */
public final class ProcessSourceType implements SourceType {

    /** Makes the kind; it holds nothing. */
    public ProcessSourceType() {}

    @Override
    public String name() {
        return "process";
    }

    @Override
    public Duration defaultInterval() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Opener configure(ConfigNode options) {
        ProcessOptions checked = ProcessOptions.from(options);
        return context -> open(checked);
    }

    private static Source open(ProcessOptions options) throws SourceAbsentException {
        CommandLine commandLine = new CommandLine(options.commandLines(), new SecretMask(options.patterns()));
        try {
            return new ProcessSource(OpenProcesses.on(Platform.current(), commandLine), options, commandLine);
        } catch (IOException e) {
            throw new SourceAbsentException("processes cannot be read", e);
        }
    }
}
