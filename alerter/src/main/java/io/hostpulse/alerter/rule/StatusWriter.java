package io.hostpulse.alerter.rule;

import java.util.List;
import java.util.Locale;

/** Sums up how a rule is doing on all of its streams. */
final class StatusWriter {

    private StatusWriter() {}

    static RuleStatus of(Rule rule, List<RuleTrack> tracks) {
        List<Series> series =
                tracks.stream().flatMap(track -> track.series().stream()).toList();
        return new RuleStatus(
                rule.name(),
                rule.metric().toString(),
                rule.comparison().name().toLowerCase(Locale.ROOT),
                rule.unit().symbol(),
                series.size(),
                (int) series.stream().filter(Series::isOpen).count(),
                (int) series.stream().filter(Series::isPending).count(),
                note(tracks));
    }

    private static String note(List<RuleTrack> tracks) {
        if (tracks.stream().anyMatch(RuleTrack::isOverflowed)) {
            return "there is more than it can watch: only the first " + RuleTrack.MAX_SERIES + " are";
        }
        return tracks.stream().anyMatch(RuleTrack::isSeen) ? "" : "no such metric seen yet";
    }
}
