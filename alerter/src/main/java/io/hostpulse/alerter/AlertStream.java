package io.hostpulse.alerter;

import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SyncPolicy;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.queue.NetworkFilesystemException;
import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.RetentionLimits;
import io.hostpulse.common.queue.SpaceLimits;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.common.queue.StreamWriter;
import io.hostpulse.common.queue.Upkeep;
import io.hostpulse.common.queue.WriterLimits;
import io.hostpulse.common.queue.WriterPresentException;
import java.nio.file.Path;
import java.time.Duration;

/** Where the journal is written, and what it may take from the disk. */
final class AlertStream {

    static final StreamName NAME = new StreamName("alerts");

    /** A restart knows what is in here and nothing else, so it is kept for longer than samples are. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final ProcessContext context;
    private final QueueSettings queues;
    private final StreamPlace place;

    AlertStream(ProcessContext context, QueueSettings queues) {
        this.context = context;
        this.queues = queues;
        this.place = new StreamPlace(
                new QueueDirectory(context.data().queues()), context.data().cursors(), NAME);
    }

    Path directory() {
        return place.directory();
    }

    StreamWriter open() {
        StreamDescriptor descriptor = new StreamDescriptor(NAME, Duration.ZERO, context.name());
        try {
            return StreamWriter.open(place, descriptor, limits(), new Stats(context), context.clock()::nanos);
        } catch (WriterPresentException e) {
            throw ProcessFailure.temporary(e.getMessage(), e);
        } catch (NetworkFilesystemException e) {
            throw ProcessFailure.usage(e.getMessage());
        }
    }

    private WriterLimits limits() {
        Duration kept = queues.maxAge().compareTo(KEPT) > 0 ? queues.maxAge() : KEPT;
        return new WriterLimits(
                new RetentionLimits(kept, queues.maxSize(), queues.maxTotalSize(), queues.cursorExpiry()),
                new SpaceLimits(queues.minFree(), queues.minFreePercent()),
                queues.sync() == SyncPolicy.INTERVAL ? queues.syncInterval() : Duration.ZERO);
    }

    /** Shows in the process's mark what happens besides writing. */
    private static final class Stats implements Upkeep {
        private final ProcessContext context;
        private final Counter refused;
        private final Counter overrun;

        private Stats(ProcessContext context) {
            this.context = context;
            this.refused = context.mark().counter("records_refused_total");
            this.overrun = context.mark().counter("records_overrun_total");
        }

        @Override
        public void onCondition(String condition) {
            context.mark().condition(condition);
        }

        @Override
        public void onRefused() {
            refused.add(1);
        }

        @Override
        public void onRemoved(long bytes) {
            // An old file of the journal is nothing that anybody waits to hear of.
        }

        @Override
        public void onOverrun(Overrun loss) {
            overrun.add(loss.lost().count());
        }
    }
}
