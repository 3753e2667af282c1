package io.hostpulse.collector.schedule;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.WriterPresentException;

/** Puts a sampler together: its thread at the source, its stream, its statistics. */
public final class Sampling {

    private Sampling() {}

    /**
     * Opens a source's stream and everything in between.
     *
     * @param source the open source; it is closed with the agent
     * @param settings when and for how long it is read
     * @param context the process
     * @return the sampler, not yet started
     * @throws ProcessFailure when another process writes this stream
     */
    public static Agent of(Source source, SourceSettings settings, ProcessContext context) {
        StreamName stream = settings.stream();
        StreamDescriptor descriptor = new StreamDescriptor(stream, settings.interval(), context.name());
        QueueDirectory queues = new QueueDirectory(context.data().queues());
        try {
            SnapshotAppender appender = SnapshotAppender.open(queues.of(stream), descriptor, context.clock()::nanos);
            return new Sampler(
                    settings.interval(),
                    settings.deadline(),
                    SourceThread.start(source, System::nanoTime),
                    new QueueSink(appender, new PayloadWriter()),
                    new SampleStats(context.mark()));
        } catch (WriterPresentException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        }
    }
}
