package io.hostpulse.broker;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the streams on disk. Any thread. */
record KnownStreams(DataDirectory data) implements Supplier<Collection<StreamName>> {

    private static final Logger LOG = LoggerFactory.getLogger(KnownStreams.class);

    @Override
    public Collection<StreamName> get() {
        try {
            return new QueueDirectory(data.queues()).streams();
        } catch (IOException e) {
            LOG.warn("streams in {} cannot be listed: {}", data.queues(), e.toString());
            return List.of();
        }
    }
}
