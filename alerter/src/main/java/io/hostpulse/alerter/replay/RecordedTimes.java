package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Over which time the streams that rules look at are recorded. */
record RecordedTimes(QueueDirectory queues) {

    static RecordedTimes in(DataDirectory data) {
        return new RecordedTimes(new QueueDirectory(data.queues()));
    }

    List<StreamName> streams() throws IOException {
        return queues.streams().stream().filter(WatchedStreams::isWatched).toList();
    }

    /** When the newest record of all was sampled; nothing when there is none. */
    OptionalLong newest() throws IOException {
        return each(StreamEnds::newest).max();
    }

    /** When the oldest record of all was sampled; nothing when there is none. */
    OptionalLong oldest() throws IOException {
        return each(StreamEnds::oldest).min();
    }

    private LongStream each(Function<Path, OptionalLong> end) throws IOException {
        return streams().stream().map(queues::of).map(end).flatMapToLong(OptionalLong::stream);
    }

    /** How far back rules look at any of these streams. */
    Duration reach(RuleSet rules) throws IOException {
        Duration longest = Duration.ZERO;
        for (StreamName stream : streams()) {
            Duration interval = StreamDescriptor.readFrom(queues.of(stream)).interval();
            Duration reach = rules.reach(stream, interval);
            longest = reach.compareTo(longest) > 0 ? reach : longest;
        }
        return longest;
    }
}
