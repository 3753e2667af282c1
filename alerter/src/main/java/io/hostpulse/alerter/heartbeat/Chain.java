package io.hostpulse.alerter.heartbeat;

import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.watch.LastSeen;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.text.Units;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells whether everything works that has to, from the sample to the message.
 *
 * @param expected the streams that must be fresh
 * @param failingAfter after which time without success a handler counts as failing
 */
record Chain(ExpectedStreams expected, Duration failingAfter) {

    /** As the built-in rule {@code stale} has it. */
    private static final int INTERVALS = 10;

    private static final Duration AT_LEAST = Duration.ofSeconds(15);

    /** A send ends within a minute; the rest is for a machine that is very busy. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    /** What is wrong, in a few words each; nothing when all is well. */
    List<String> problems(long now, Map<StreamName, LastSeen> seen, Collection<HandlerStats> handlers) {
        List<String> problems = new ArrayList<>();
        Map<StreamName, LastSeen> known = new TreeMap<>(seen);
        known.keySet()
                .removeIf(stream -> !expected.always().contains(stream)
                        && !expected.present().contains(stream));
        expected.always().stream()
                .filter(stream -> !seen.containsKey(stream))
                .sorted()
                .forEach(stream -> problems.add("there is no stream " + stream));
        known.forEach((stream, last) -> addStale(problems, stream, last, now));
        handlers.stream().filter(HandlerStats::enabled).forEach(handler -> addFailing(problems, handler, now));
        return problems;
    }

    private static void addStale(List<String> problems, StreamName stream, LastSeen last, long now) {
        long limit = Math.max(
                AT_LEAST.toNanos(), last.interval().multipliedBy(INTERVALS).toNanos());
        if (last.sampleTime() == 0) {
            problems.add("nothing new in stream " + stream + " since the alerter started");
        } else if (Math.abs(now - last.sampleTime()) > limit) {
            problems.add(
                    "nothing new in stream " + stream + " for " + Units.wholeSpan(Math.abs(now - last.sampleTime())));
        }
    }

    private void addFailing(List<String> problems, HandlerStats handler, long now) {
        if (now - handler.lastTurn() > LONGEST_TURN.toNanos()) {
            problems.add("handler " + handler.name() + " hangs");
        } else if (handler.failingSince().isPresent()
                && now - handler.failingSince().getAsLong() >= failingAfter.toNanos()) {
            problems.add("handler " + handler.name() + " delivered nothing for "
                    + Units.wholeSpan(now - handler.failingSince().getAsLong()));
        }
    }
}
