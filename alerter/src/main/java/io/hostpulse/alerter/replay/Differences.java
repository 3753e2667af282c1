package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.replay.Difference.Kind;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.text.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the alerts of a replay with those that were. Pure. */
final class Differences {

    /** An alert about absence is noticed by a tick, and a live one comes up to a second later; receipt and start take some, too. */
    static final long TOLERANCE = 5_000_000_000L;

    /** Farther apart, two alerts of one rule about one thing are two. */
    static final long NEAR = 60_000_000_000L;

    private final Period period;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Period period) {
        this.period = period;
    }

    /**
     * Pairs alerts of the same rule about the same thing: those of one id, then those that were on at the same time or began within
     * a minute.
     *
     * @return one for each alert or pair, by time
     */
    static List<Difference> between(List<Occurrence> replayed, List<Occurrence> real, Period period) {
        Differences differences = new Differences(period);
        Map<AlertKey, List<Occurrence>> left = byKey(real);
        byKey(replayed).forEach((key, alerts) -> {
            List<Occurrence> others = left.remove(key);
            differences.pair(alerts, others == null ? List.of() : others);
        });
        left.values().forEach(alerts -> differences.pair(List.of(), alerts));
        differences.found.sort(Comparator.comparing(Difference::shown, Occurrence.BY_TIME));
        return List.copyOf(differences.found);
    }

    private static Map<AlertKey, List<Occurrence>> byKey(List<Occurrence> alerts) {
        Map<AlertKey, List<Occurrence>> byKey = new LinkedHashMap<>();
        alerts.forEach(one ->
                byKey.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
        return byKey;
    }

    private void pair(List<Occurrence> replayed, List<Occurrence> real) {
        List<Occurrence> open = new ArrayList<>(real);
        List<Occurrence> unpaired = new ArrayList<>();
        for (Occurrence one : replayed) {
            Optional<Occurrence> same = open.stream()
                    .filter(other -> other.alert().id().equals(one.alert().id()))
                    .findFirst();
            same.ifPresentOrElse(other -> both(one, other, open), () -> unpaired.add(one));
        }
        for (Pair pair : near(unpaired, open)) {
            if (unpaired.contains(pair.replayed()) && open.contains(pair.real())) {
                unpaired.remove(pair.replayed());
                both(pair.replayed(), pair.real(), open);
            }
        }
        unpaired.forEach(one -> only(Kind.ONLY_REPLAYED, one));
        open.forEach(other -> only(Kind.ONLY_REAL, other));
    }

    /** Two that may be one, and how far apart they begin. */
    private record Pair(Occurrence replayed, Occurrence real, long apart) {}

    private List<Pair> near(List<Occurrence> replayed, List<Occurrence> real) {
        return replayed.stream()
                .flatMap(one -> real.stream()
                        .filter(other -> isNear(one, other))
                        .map(other -> new Pair(one, other, Math.abs(begin(one) - begin(other)))))
                .sorted(Comparator.comparingLong(Pair::apart))
                .toList();
    }

    private void both(Occurrence replayed, Occurrence real, List<Occurrence> open) {
        open.remove(real);
        String what = what(replayed, real);
        found.add(new Difference(
                what.isEmpty() ? Kind.SAME : Kind.OTHER, Optional.of(replayed), Optional.of(real), what));
    }

    private void only(Kind kind, Occurrence one) {
        Optional<Occurrence> itself = Optional.of(one);
        boolean replayed = kind == Kind.ONLY_REPLAYED;
        found.add(new Difference(kind, replayed ? itself : Optional.empty(), replayed ? Optional.empty() : itself, ""));
    }

    private boolean isNear(Occurrence one, Occurrence other) {
        boolean overlap = begin(one) <= end(other) && begin(other) <= end(one);
        return overlap || Math.abs(begin(one) - begin(other)) <= NEAR;
    }

    // When it began before the period, nobody knows whether the replay reached back far enough to know the moment.
    private long begin(Occurrence one) {
        return Math.max(one.begin(), period.from());
    }

    private long end(Occurrence one) {
        return Math.min(one.end().orElse(Long.MAX_VALUE), period.to());
    }

    private String what(Occurrence replayed, Occurrence real) {
        List<String> what = new ArrayList<>();
        differs(begin(replayed) - begin(real), "begins", what);
        differs(end(replayed) - end(real), "ends", what);
        AlertLevel was = real.worst();
        if (was != replayed.worst()) {
            what.add("it was " + was);
        }
        return String.join(", ", what);
    }

    private static void differs(long later, String verb, List<String> what) {
        if (Math.abs(later) > TOLERANCE) {
            what.add(verb + " " + Units.span(Math.abs(later)) + (later > 0 ? " later" : " earlier"));
        }
    }
}
