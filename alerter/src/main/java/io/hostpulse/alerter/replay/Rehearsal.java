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
    private final Period period;
    private final long warmUpFrom;
    private final Player player;
    private final Occurrences occurrences;
    private final List<Sending> sendings = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private long sendingsLeftOut;

    private Rehearsal(DataDirectory data, TriedRules tried, String host, Period period, long warmUpFrom) {
        this.data = data;
        this.period = period;
        this.warmUpFrom = warmUpFrom;
        this.occurrences = new Occurrences(period);
        this.player = new Player(tried, host, occurrences, this::sent);
    }

    /**
     * Runs it.
     *
     * @throws IOException when there is nothing to replay, or it cannot be read; the message says what to do
     */
    static Outcome run(DataDirectory data, TriedRules tried, String host, Span asked, Progress progress)
            throws IOException {
        RecordedTimes recorded = RecordedTimes.in(data);
        OptionalLong oldest = recorded.oldest();
        OptionalLong newest = recorded.newest();
        if (oldest.isEmpty() || newest.isEmpty()) {
            throw new IOException("nothing is recorded in " + data.queues()
                    + ": name another data directory with --data, or start Hostpulse first");
        }
        Period period = asked.of(oldest.getAsLong(), newest.getAsLong());
        Duration reach = recorded.reach(tried.rules())
                .plus(tried.routing().times().cooldown())
                .plus(tried.routing().times().groupWindow());
        long warmUpFrom = Math.max(period.from() - reach.toNanos(), Math.min(oldest.getAsLong(), period.from()));
        Rehearsal rehearsal = new Rehearsal(data, tried, host, period, warmUpFrom);
        if (warmUpFrom > period.from() - reach.toNanos()) {
            rehearsal.unknown.add("nothing is recorded before " + Rfc3339.format(oldest.getAsLong())
                    + ", and rules look back further: what was on then may be raised later, or not at all");
        }
        return rehearsal.run(progress);
    }

    private Outcome run(Progress progress) throws IOException {
        Reality reality = RealityReader.read(data.queues().resolve("alerts"), period);
        long records;
        try (Recording recording = Recording.open(data, warmUpFrom)) {
            Playback playback = new Playback(recording, player, reality.deeds());
            playback.play(warmUpFrom, period.to(), progress);
            records = playback.records();
            player.end();
            unknown.addAll(player.notes());
            unknown.addAll(playback.pauses());
            unknown.addAll(recording.findings(period.to(), Rfc3339::format));
        }
        unknown.addAll(reality.troubles());
        return outcome(reality, records);
    }

    private Outcome outcome(Reality reality, long records) {
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
