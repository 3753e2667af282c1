package io.hostpulse.collector.source.command;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.program.Run;
import io.hostpulse.common.program.Runner;
import java.io.IOException;

/**
 * Runs a program at each read. That it ended by itself is a measurement, whatever its exit code; values are taken when that is 0. One
 * that could not be started, took too long or wrote too much is a failed reading.
 */
final class CommandSource implements Source {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Runner runner;
    private final CommandOutput output;

    CommandSource(Runner runner, CommandOutput output) {
        this.runner = runner;
        this.output = output;
    }

    @Override
    public Reading read() throws IOException {
        Run run = runner.run();
        Fields.Builder fields = Fields.builder();
        fields.put("exit_code", run.exitCode());
        fields.put("duration_ms", Rounding.twoDecimals(run.duration().toNanos() / NANOS_PER_MILLI));
        if (run.exitCode() == 0) {
            output.add(fields, run.output().bytes());
        } else {
            output.metrics().addMissing(fields, reason(run));
        }
        return new Reading.Ok(fields.build());
    }

    private static String reason(Run run) {
        return "the program ended with exit code " + run.exitCode()
                + (run.errors().isEmpty() ? "" : "; it said: " + run.errors());
    }
}
