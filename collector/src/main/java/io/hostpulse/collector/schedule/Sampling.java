package io.hostpulse.collector.schedule;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.monitoring.MonitoringWatch;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.NetworkFilesystemException;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.WriterPresentException;

/** Puts a sampler together: its thread at the source, its stream, its statistics. */
public final class Sampling {

    private Sampling() {}

    /**
     * Opens a source's stream and everything in between.
     *
     * @param source the open source; it is closed with the agent
     * @param settings when and for how long it is read
     * @param queues what its stream may take from the disk
     * @param context the process
     * @return the sampler, not yet started
     * @throws ProcessFailure when another process writes this stream, or its directory is not on a local disk
     */
    public static Agent of(Source source, SourceSettings settings, QueueSettings queues, ProcessContext context) {
        StreamName stream = settings.stream();
        StreamDescriptor descriptor = new StreamDescriptor(stream, settings.interval(), context.name());
        StreamPlace place = new StreamPlace(
                new QueueDirectory(context.data().queues()), context.data().cursors(), stream);
        try {
            StreamWriter writer = StreamWriter.open(
                    place, descriptor, Limits.of(queues), new WriterStats(context.mark()), context.clock()::nanos);
            return new Sampler(
                    Timing.of(settings),
                    SourceThread.start(source, System::nanoTime),
                    new QueueSink(writer, new PayloadWriter()),
                    new SampleStats(context.mark()),
                    new MonitoringWatch(MonitoringFile.in(context.data()), stream)::at);
        } catch (WriterPresentException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        } catch (NetworkFilesystemException e) {
            throw ProcessFailure.usage(e.getMessage());
        }
    }
}
