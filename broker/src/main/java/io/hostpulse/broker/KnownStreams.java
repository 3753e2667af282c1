package io.hostpulse.broker;

import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the streams on disk, those with people's orders aside: they are nothing for clients. Any thread. */
record KnownStreams(DataDirectory data) implements Supplier<Collection<StreamName>> {

    private static final Logger LOG = LoggerFactory.getLogger(KnownStreams.class);

    @Override
    public Collection<StreamName> get() {
        try {
            return new QueueDirectory(data.queues())
                    .streams().stream()
                            .filter(stream -> !ControlStreams.isControl(stream))
                            .toList();
        } catch (IOException e) {
            LOG.warn("streams in {} cannot be listed: {}", data.queues(), e.toString());
            return List.of();
        }
    }
}
