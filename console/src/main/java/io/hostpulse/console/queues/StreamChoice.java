package io.hostpulse.console.queues;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamPlace;
import io.hostpulse.console.tail.NoSuchStreamException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the streams that somebody names.
 *
 * @param data the data directory
 */
public record StreamChoice(DataDirectory data) {

    /**
     * Finds streams.
     *
     * @param wanted their names as they were typed; none for all there are
     * @return where they are
     * @throws IOException when the streams cannot be listed
     * @throws NoSuchStreamException when there is no stream of such a name
     */
    public List<StreamPlace> of(List<String> wanted) throws IOException {
        QueueDirectory queues = new QueueDirectory(data.queues());
        Set<StreamName> there = queues.streams();
        List<String> names = there.stream().map(StreamName::value).toList();
        List<StreamPlace> chosen = new ArrayList<>();
        for (String name : wanted.isEmpty() ? names : wanted) {
            if (!names.contains(name)) {
                throw new NoSuchStreamException(name, names);
            }
            chosen.add(new StreamPlace(queues, data.cursors(), new StreamName(name)));
        }
        return chosen;
    }
}
