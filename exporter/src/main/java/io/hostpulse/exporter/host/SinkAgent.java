package io.hostpulse.exporter.host;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one sink on a thread of its own: gathers batches, hands them over, tries again, and moves the cursors when they are
 * written. A sink that fails or hangs delays itself and nobody else; what it has not taken stays in the queues. Belongs to one
 * thread, except for {@link #view}.
 */
public final class SinkAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(SinkAgent.class);

    private static final long TICK = 1_000_000_000L;

    private final SinkSettings settings;
    private final SinkSurroundings surroundings;
    private final Sink sink;
    private final EpochClock clock;
    private final Retrying retrying;
    private final DeadLetters deadLetters;
    private final Requests requests;
    private final SinkCounts counts;
    private final Gathering gathering;

    /** What is to be written, in order: one batch, or what is left of one that was refused and halved. */
    private final Deque<List<Pulled>> waiting = new ArrayDeque<>();

    private Optional<FollowedStreams> streams = Optional.empty();
    private boolean isReadingAgain;
    private long nextTick;

    /**
     * Prepares to run a sink.
     *
     * @param settings what all sinks have in common
     * @param surroundings what the process has for it
     * @param sink writes; closed with the agent
     * @param clock the time
     */
    public SinkAgent(SinkSettings settings, SinkSurroundings surroundings, Sink sink, EpochClock clock) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.sink = sink;
        this.clock = clock;
        this.retrying = new Retrying(new Backoff(RandomGenerator.getDefault()));
        this.deadLetters = new DeadLetters(new SinkMemory(surroundings.memory()).deadLetters());
        this.requests = new Requests(settings.name(), ExportNow.of(surroundings.data(), settings.name()));
        this.counts = new SinkCounts(settings);
        this.gathering = new Gathering(settings.limits());
    }

    /**
     * Tells what the sink is doing. Any thread.
     *
     * @return as it was within the last second or so
     */
    public SinkView view() {
        return counts.view();
    }

    @Override
    public long doWork(long now) {
        if (now >= nextTick || nextTick - now > 2 * TICK) {
            nextTick = now + TICK;
            tick(now);
        }
        if (retrying.isPausing(now)) {
            return Math.min(retrying.due(), nextTick);
        }
        boolean wrote = step(now);
        return wrote ? now : Math.min(nextTick, now + settings.pause().toNanos());
    }

    /** What is looked at once a second. */
    private void tick(long now) {
        try {
            open(now).look();
            // Somebody who asks need not wait for the end of a pause.
            if (requests.listen(now)) {
                retrying.hurry(now);
            }
            if (!retrying.isPausing(now)) {
                heed(attempt(() -> sink.tick(now)), now);
            }
        } catch (IOException e) {
            failed(e.toString(), Optional.empty(), now);
        }
        counts.size(sink.size());
        streams.ifPresent(found -> counts.show(now, found.backlog(), found.missing(), oldest(now), found.trouble()));
    }

    private FollowedStreams open(long now) throws IOException {
        if (streams.isEmpty()) {
            long begun = new SinkMemory(surroundings.memory()).begun(settings.start(), now);
            streams = Optional.of(new FollowedStreams(surroundings.data(), settings.name(), settings.streams(), begun));
        }
        return streams.get();
    }

    /** When the oldest record that waits was sampled; now when none does. */
    private long oldest(long now) {
        return Optional.ofNullable(waiting.peek())
                .map(batch -> batch.get(0))
                .or(gathering::first)
                .or(() -> streams.flatMap(FollowedStreams::peek))
                .map(first -> first.record().sampleTime())
                .orElse(now);
    }

    /** Tells whether there may be more to do at once. */
    private boolean step(long now) {
        if (streams.isEmpty()) {
            return false;
        }
        if (waiting.isEmpty()) {
            gathering.fill(streams.get(), now);
            if (gathering.isDue(now) || isAskedFor()) {
                waiting.add(gathering.take());
            }
        }
        if (!waiting.isEmpty()) {
            write(waiting.peek(), now);
            return !retrying.isNeeded();
        }
        answer(now);
        return false;
    }

    private boolean isAskedFor() {
        return gathering
                .first()
                .filter(first -> requests.isAbout(first.record()))
                .isPresent();
    }

    private void write(List<Pulled> pulled, long now) {
        Batch batch = new Batch(pulled.stream().map(Pulled::record).toList());
        SinkOutcome outcome = attempt(() -> sink.write(batch));
        if (outcome instanceof SinkOutcome.Written) {
            waiting.remove();
            written(pulled);
        } else if (outcome instanceof SinkOutcome.TryAgain again) {
            failed(again.reason(), again.after(), clock.nanos());
        } else if (outcome instanceof SinkOutcome.Refused refused) {
            refused(pulled, refused.reason(), now);
        } else if (outcome instanceof SinkOutcome.ReadAgain again) {
            readAgain(again.from(), now);
        }
    }

    /** Goes back: what was read is thrown away, and everything is read again from the cursors or from before them. */
    private void readAgain(Map<StreamName, Long> from, long now) {
        LOG.warn("{} asks again for what it does not have any more: {}", settings.name(), from.keySet());
        waiting.clear();
        gathering.take();
        streams.orElseThrow().readAgain(from);
        if (isReadingAgain) {
            // Else one that never has enough would keep a processor busy.
            failed("it asks again for what it was given, and has taken nothing since", Optional.empty(), now);
        }
        isReadingAgain = true;
    }

    // A defect in one sink must not end the others.
    private SinkOutcome attempt(Supplier<SinkOutcome> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            LOG.error("a defect in sink {}; please report it with this line", settings.name(), e);
            return new SinkOutcome.TryAgain(e.toString());
        }
    }

    private void written(List<Pulled> pulled) {
        if (retrying.isNeeded()) {
            LOG.info("{} writes again", settings.name());
        }
        retrying.over();
        isReadingAgain = false;
        for (Pulled one : pulled) {
            done(one);
            counts.written(one.record());
        }
    }

    private void done(Pulled one) {
        streams.orElseThrow().written(one.record().stream(), one.position());
    }

    private void failed(String reason, Optional<Duration> after, long now) {
        if (!retrying.isNeeded() || !reason.equals(counts.error())) {
            LOG.warn("{} cannot write, trying again: {}", settings.name(), reason);
        }
        retrying.failed(after, now);
        counts.failed(reason, now, retrying.due());
        requests.failed(reason);
    }

    /** Finds the record that is to blame by halves: only that one is given up. */
    private void refused(List<Pulled> pulled, String reason, long now) {
        if (pulled.size() > 1) {
            waiting.remove();
            waiting.push(List.copyOf(pulled.subList(pulled.size() / 2, pulled.size())));
            waiting.push(List.copyOf(pulled.subList(0, pulled.size() / 2)));
            return;
        }
        ExportRecord record = pulled.get(0).record();
        try {
            deadLetters.add(record, reason);
        } catch (IOException e) {
            failed("a record was refused (" + reason + ") and cannot be set aside: " + e, Optional.empty(), now);
            return;
        }
        LOG.error("{} refused record {} of {}: {}", settings.name(), record.sequence(), record.stream(), reason);
        waiting.remove();
        retrying.over();
        counts.refused(reason, now);
        done(pulled.get(0));
    }

    private void heed(SinkOutcome outcome, long now) {
        if (outcome instanceof SinkOutcome.TryAgain again) {
            failed(again.reason(), again.after(), now);
        } else if (outcome instanceof SinkOutcome.Refused refused) {
            failed(refused.reason(), Optional.empty(), now);
        } else if (waiting.isEmpty()) {
            retrying.over();
            counts.recovered();
        }
    }

    /** Everything is written; whoever asked for it is told. */
    private void answer(long now) {
        if (requests.isAny()) {
            heed(attempt(sink::flush), now);
            if (!retrying.isNeeded()) {
                requests.written();
            }
        }
    }

    /** What was read is written once more, if the sink takes it; else it is read again after the restart. */
    @Override
    public void drain() {
        if (!retrying.isNeeded() && streams.isPresent()) {
            gathering.fill(streams.get(), clock.nanos());
            if (waiting.isEmpty() && !gathering.isEmpty()) {
                waiting.add(gathering.take());
            }
            if (!waiting.isEmpty()) {
                write(waiting.peek(), clock.nanos());
            }
        }
    }

    @Override
    public void close() {
        sink.close();
        streams.ifPresent(FollowedStreams::close);
    }
}
