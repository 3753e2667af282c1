package io.hostpulse.alerter.replay;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plays a recording, and what people did meanwhile, in the order of time. Used once. */
final class Playback {

    /**
     * When no stream has a record for so long, nobody was there to apply rules either. Shorter than this is what a restart takes, and
     * what makes streams stale.
     */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    /** A stream may be late by this many intervals. */
    private static final int INTERVALS = 3;

    private static final int MOST_PAUSES = 20;
    private static final int PROGRESS_EVERY = 1024;

    private final Recording recording;
    private final Player player;
    private final Deque<Deed> deeds;
    private final long pause;
    private final Set<StreamName> expected = new HashSet<>();
    private final List<String> pauses = new ArrayList<>();
    private long reached;
    private long records;

    Playback(Recording recording, Player player, Collection<Deed> deeds) {
        this.recording = recording;
        this.player = player;
        this.deeds = new ArrayDeque<>(deeds);
        this.pause = Math.max(PAUSE.toNanos(), INTERVALS * shortestInterval(recording));
    }

    // Of streams that come irregularly nobody can say when they pause.
    private static long shortestInterval(Recording recording) {
        return recording.streams().stream()
                .mapToLong(stream -> stream.interval().toNanos())
                .filter(interval -> interval > 0)
                .min()
                .orElse(Long.MAX_VALUE / INTERVALS);
    }

    void play(long from, long to, Progress progress) {
        reached = from;
        player.upTo(from);
        recording.streams().stream().filter(RecordedStream::isAwaited).forEach(this::expect);
        while (recording.nextTime() <= to) {
            goTo(recording.nextTime());
            give(recording.take());
            if (++records % PROGRESS_EVERY == 0) {
                progress.at((double) (reached - from) / (to - from), reached);
            }
        }
        goTo(to);
    }

    private void goTo(long time) {
        while (!deeds.isEmpty() && deeds.peek().at() <= time) {
            Deed deed = deeds.remove();
            move(Math.max(reached, deed.at()));
            player.does(deed);
        }
        move(time);
    }

    private void move(long time) {
        if (time - reached > pause) {
            player.skipTo(time);
            paused(time);
        } else {
            player.upTo(time);
        }
        reached = time;
    }

    private void paused(long until) {
        if (pauses.size() < MOST_PAUSES) {
            pauses.add("nothing at all was recorded from " + Rfc3339.format(reached) + " to " + Rfc3339.format(until)
                    + ": the rules were not applied then");
        }
    }

    private void give(Sample sample) {
        if (!expected.contains(sample.stream())) {
            recording.streams().stream()
                    .filter(stream -> stream.name().equals(sample.stream()))
                    .forEach(this::expect);
        }
        player.give(sample);
    }

    private void expect(RecordedStream stream) {
        expected.add(stream.name());
        player.expect(stream.name(), stream.interval());
    }

    /** How many records there were. */
    long records() {
        return records;
    }

    /** When nobody recorded anything, in sentences. */
    List<String> pauses() {
        return pauses;
    }
}
