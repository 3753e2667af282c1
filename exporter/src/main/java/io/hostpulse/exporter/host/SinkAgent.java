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
    private final Backoff backoff;
    private final DeadLetters deadLetters;
    private final ExportNow exportNow;
    private final SinkCounts counts;
    private final Gathering gathering;

    /** What is to be written, in order: one batch, or what is left of one that was refused and halved. */
    private final Deque<List<Pulled>> waiting = new ArrayDeque<>();

    private Optional<FollowedStreams> streams = Optional.empty();
    private Optional<String> asked = Optional.empty();
    private long askedAt;
    private int failures;
    private long failedAt;
    private long notBefore;
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
        this.backoff = new Backoff(RandomGenerator.getDefault());
        this.deadLetters = new DeadLetters(new SinkMemory(surroundings.memory()).deadLetters());
        this.exportNow = ExportNow.of(surroundings.data(), settings.name());
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
        if (failures > 0 && isPausing(now)) {
            return Math.min(notBefore, nextTick);
        }
        boolean wrote = step(now);
        return wrote ? now : Math.min(nextTick, now + settings.pause().toNanos());
    }

    // After the clock was set back, a pause ends at once.
    private boolean isPausing(long now) {
        return now < notBefore && now >= failedAt;
    }

    /** What is looked at once a second. */
    private void tick(long now) {
        try {
            open(now).look();
            listen(now);
            if (failures == 0 || !isPausing(now)) {
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

    /** Somebody who asks need not wait for the end of a pause. */
    private void listen(long now) {
        try {
            if (asked.isEmpty()) {
                asked = exportNow.take();
                askedAt = now;
                notBefore = asked.isPresent() ? now : notBefore;
            }
        } catch (IOException e) {
            LOG.warn("a request for {} cannot be read: {}", settings.name(), e.toString());
        }
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
            return failures == 0;
        }
        answer(now);
        return false;
    }

    /** What was sampled later than somebody asked need not be written for the answer. */
    private boolean isAskedFor() {
        return asked.isPresent()
                && gathering
                        .first()
                        .filter(first -> first.record().sampleTime() <= askedAt)
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
            readAgain(again.from());
        }
    }

    /** Goes back: what was read is thrown away, and everything is read again from the cursors or from before them. */
    private void readAgain(Map<StreamName, Long> from) {
        LOG.warn("{} asks again for what it does not have any more: {}", settings.name(), from.keySet());
        waiting.clear();
        gathering.take();
        streams.orElseThrow().readAgain(from);
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
        if (failures > 0) {
            LOG.info("{} writes again", settings.name());
        }
        failures = 0;
        for (Pulled one : pulled) {
            done(one);
            counts.written(one.record());
        }
    }

    private void done(Pulled one) {
        streams.orElseThrow().written(one.record().stream(), one.position());
    }

    private void failed(String reason, Optional<Duration> after, long now) {
        if (failures == 0 || !reason.equals(counts.error())) {
            LOG.warn("{} cannot write, trying again: {}", settings.name(), reason);
        }
        failures++;
        failedAt = now;
        notBefore = now + backoff.pause(failures, after);
        counts.failed(reason, now, notBefore);
        answerFailure(reason);
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
        failures = 0;
        counts.refused(reason, now);
        done(pulled.get(0));
    }

    private void heed(SinkOutcome outcome, long now) {
        if (outcome instanceof SinkOutcome.TryAgain again) {
            failed(again.reason(), again.after(), now);
        } else if (outcome instanceof SinkOutcome.Refused refused) {
            failed(refused.reason(), Optional.empty(), now);
        } else if (waiting.isEmpty()) {
            failures = 0;
            counts.recovered();
        }
    }

    /** Everything is written; whoever asked for it is told. */
    private void answer(long now) {
        if (asked.isEmpty()) {
            return;
        }
        heed(attempt(sink::flush), now);
        if (failures == 0) {
            tell(ExportNow.WRITTEN);
        }
    }

    private void answerFailure(String reason) {
        if (asked.isPresent()) {
            tell("failed: " + reason);
        }
    }

    private void tell(String text) {
        try {
            exportNow.answer(asked.orElseThrow(), text);
        } catch (IOException e) {
            LOG.warn("whoever asked {} to write cannot be told: {}", settings.name(), e.toString());
        }
        asked = Optional.empty();
    }

    /** What was read is written once more, if the sink takes it; else it is read again after the restart. */
    @Override
    public void drain() {
        if (failures == 0 && streams.isPresent()) {
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
