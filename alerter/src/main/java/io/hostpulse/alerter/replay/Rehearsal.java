package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.process.DataDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tries rules on a period of a recording. What it keeps in memory does not grow with the period: one record of each stream, what the rules
 * know, and so many results. The same recording and rules give the same outcome. Used once.
 */
final class Rehearsal {

    private static final int MOST_SENDINGS = 10_000;

    private final DataDirectory data;
    private final RulesInForce tried;
    private final Period period;
    private final Player player;
    private final Occurrences occurrences;
    private final List<Sending> sendings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private long sendingsLeftOut;

    private Rehearsal(DataDirectory data, RulesInForce tried, String host, Period period) {
        this.data = data;
        this.tried = tried;
        this.period = period;
        this.occurrences = new Occurrences(period);
        this.player = new Player(tried, host, occurrences, this::sent);
    }

    /**
     * Runs it.
     *
     * @throws IOException when there is nothing to replay, or it cannot be read; the message says what to do
     */
    static Outcome run(DataDirectory data, RulesInForce tried, String host, Span asked, Progress progress)
            throws IOException {
        OptionalLong newest = RecordedTimes.in(data).newest();
        if (newest.isEmpty()) {
            throw new IOException("nothing is recorded in " + data.queues()
                    + ": name another data directory with --data, or start Hostpulse first");
        }
        return new Rehearsal(data, tried, host, asked.of(newest.getAsLong())).run(progress);
    }

    private Outcome run(Progress progress) throws IOException {
        long warmUpFrom = warmUpFrom();
        Reality reality = RealityReader.read(data.queues().resolve("alerts"), period);
        long records;
        try (Recording recording = Recording.open(data, warmUpFrom)) {
            Playback playback = new Playback(recording, player, reality.deeds());
            playback.play(warmUpFrom, period.to(), progress);
            records = playback.records();
            unknown.addAll(player.end());
            unknown.addAll(playback.pauses());
            unknown.addAll(recording.findings(period.to(), Rfc3339::format));
        }
        unknown.addAll(reality.troubles());
        return outcome(warmUpFrom, reality, records);
    }

    private Outcome outcome(long warmUpFrom, Reality reality, long records) {
        List<Occurrence> alerts = occurrences.all();
        return new Outcome(
                period,
                warmUpFrom,
                alerts,
                sendings,
                sendingsLeftOut,
                occurrences.leftOut() + reality.leftOut(),
                Differences.between(alerts, reality.alerts(), period),
                reality.notifications(),
                records,
                unknown);
    }

    /** Rules look back, and so do cooldowns and groups; before the oldest record there is nothing to see. */
    private long warmUpFrom() throws IOException {
        RecordedTimes recorded = RecordedTimes.in(data);
        Duration reach = recorded.reach(tried.rules())
                .plus(tried.routing().times().cooldown())
                .plus(tried.routing().times().groupWindow());
        long wanted = period.from() - reach.toNanos();
        long oldest = recorded.oldest().orElse(wanted);
        if (oldest > period.from()) {
            unknown.add("nothing is recorded before " + Rfc3339.format(oldest));
        } else if (oldest > wanted) {
            unknown.add("rules look back further than what was recorded before the period: an alert that was on at its"
                    + " beginning may be raised later, or not at all");
        }
        return Math.min(period.from(), Math.max(wanted, oldest));
    }

    private void sent(Dispatch dispatch) {
        if (!period.contains(dispatch.notification().at())) {
            return;
        }
        if (sendings.size() < MOST_SENDINGS) {
            sendings.add(Sending.of(dispatch.handler(), dispatch.notification()));
        } else {
            sendingsLeftOut++;
        }
    }
}
