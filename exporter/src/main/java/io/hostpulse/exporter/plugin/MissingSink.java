package io.hostpulse.exporter.plugin;

import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;

/**
 * Stands in for a sink whose plugin does not work: everything waits in the queues until it does.
 *
 * @param problem why it does not
 */
public record MissingSink(String problem) implements Sink {

    @Override
    public SinkOutcome write(Batch batch) {
        return new SinkOutcome.TryAgain(problem);
    }

    /** Shows the problem at once, and not only when there is something to write. */
    @Override
    public SinkOutcome tick(long now) {
        return new SinkOutcome.TryAgain(problem);
    }
}
