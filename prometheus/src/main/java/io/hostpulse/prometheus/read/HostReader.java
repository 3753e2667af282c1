package io.hostpulse.prometheus.read;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.control.ViewState;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.prometheus.state.Condition;
import io.hostpulse.prometheus.state.HostState;
import io.hostpulse.prometheus.state.Sample;
import io.hostpulse.prometheus.state.StreamState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what the streams hold at this moment. It keeps nothing open and no position: who is not scraped costs nothing. Any thread.
 *
 * @param data the data directory
 * @param clock the time
 * @param alerts the alerts that are on; may be asked by any thread
 */
public record HostReader(DataDirectory data, EpochClock clock, Supplier<Collection<Alert>> alerts) {

    private static final String ALERTS = "alerts";

    /**
     * Reads the newest record of every stream of measurements.
     *
     * @return what is known; a stream that cannot be read says why, and the others are read all the same
     * @throws IOException when the streams cannot be listed
     */
    public HostState read() throws IOException {
        QueueDirectory queues = new QueueDirectory(data.queues());
        List<StreamState> streams = new ArrayList<>();
        for (StreamName name : queues.streams()) {
            if (!name.value().equals(ALERTS) && !ControlStreams.isControl(name)) {
                streams.add(stream(name, queues));
            }
        }
        return HostState.of(clock.nanos(), streams, alerts.get(), isAlerterUp());
    }

    private StreamState stream(StreamName name, QueueDirectory queues) {
        Duration interval = Duration.ZERO;
        try {
            StreamDescriptor descriptor = StreamDescriptor.readFrom(queues.of(name));
            interval = descriptor.interval();
            Optional<Sample> newest = NewestRecord.of(queues.of(name));
            StreamState state = new StreamState(name.value(), interval, newest, Optional.empty());
            return state.condition(clock.nanos()) == Condition.STALE ? explained(state, descriptor.writer()) : state;
        } catch (IOException | QueueException | RecordFormatException e) {
            // Whatever is wrong with one queue, or whoever is just deleting it, the others are to be shown.
            return new StreamState(
                    name.value(), interval, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** Its writer may know why it writes nothing. */
    private StreamState explained(StreamState state, String writer) throws IOException {
        String reason = Mark.read(data, writer)
                .map(mark -> mark.isAlive() ? mark.condition() : writer + " does not run")
                .filter(condition -> !condition.isEmpty())
                .orElse("no new record");
        return new StreamState(state.name(), state.interval(), state.newest(), Optional.of(reason));
    }

    private boolean isAlerterUp() {
        return AlerterViewFile.in(data).read(clock.nanos()) instanceof ViewState.Current;
    }
}
