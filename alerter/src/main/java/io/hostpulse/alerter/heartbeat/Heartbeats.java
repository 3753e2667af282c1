package io.hostpulse.alerter.heartbeat;

import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.ProcessMark;
import io.hostpulse.common.process.SharedMark;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts the heartbeat together. */
public final class Heartbeats {

    private static final String THREAD = "heartbeat";

    private final HeartbeatSettings settings;
    private final ExpectedStreams expected;
    private final String host;
    private final EpochClock clock;

    /**
     * A loop with a heartbeat.
     *
     * @param loop what to run instead of the loop
     * @param others what else to run, by the names of their threads
     */
    public record Proven(Agent loop, Map<String, Agent> others) {}

    /**
     * Prepares it.
     *
     * @param settings what is wanted
     * @param expected the streams that must be fresh
     * @param host this machine, for the watchdog
     * @param clock the time
     */
    public Heartbeats(HeartbeatSettings settings, ExpectedStreams expected, String host, EpochClock clock) {
        this.settings = settings;
        this.expected = expected;
        this.host = host;
        this.clock = clock;
    }

    /**
     * Puts it around the alerter's loop, if it is wanted.
     *
     * @param loop reads and decides
     * @param streams what it reads
     * @param handlers tells how those are doing that deliver what it decides
     * @param mark where it is shown how the heartbeat is doing
     * @return what to run instead of the loop, and besides it
     */
    public Proven prove(Agent loop, WatchedStreams streams, Supplier<List<HandlerStats>> handlers, SharedMark mark) {
        if (!settings.isWanted()) {
            return new Proven(loop, Map.of());
        }
        Watchdog watchdog = new Watchdog(settings, host, clock::nanos);
        ProcessMark delivery = mark.voice(THREAD + " delivery");
        HeartbeatAgent delivering = new HeartbeatAgent(watchdog::call, watchdog::close, delivery);
        Pacemaker pacemaker = new Pacemaker(settings.interval(), now -> problems(now, streams, handlers));
        Consumer<Beat> beats = beat -> {
            if (watchdog.isTold(beat)) {
                delivering.hand(beat);
            }
        };
        return new Proven(new ProvenAgent(loop, pacemaker, beats, mark.voice(THREAD)), Map.of(THREAD, delivering));
    }

    private List<String> problems(long now, WatchedStreams streams, Supplier<List<HandlerStats>> handlers) {
        return new Chain(expected, settings.failingAfter()).problems(now, streams.lastSeen(), handlers.get());
    }
}
