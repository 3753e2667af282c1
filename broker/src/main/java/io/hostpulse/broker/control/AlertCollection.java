package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects the newest alerts that a filter lets through, each as it stood last. It keeps a bounded number, and once it has let one
 * go it takes none that is older, so nothing is between those it keeps and those that come with the next page.
 */
final class AlertCollection {

    /** Enough for the largest page while some of it changes; about a kilobyte each. */
    private static final int MOST = 2000;

    private final AlertFilter filter;
    private final TreeMap<AlertPlace, Alert> kept = new TreeMap<>();
    private Optional<AlertPlace> floor = Optional.empty();

    AlertCollection(AlertFilter filter) {
        this.filter = filter;
    }

    /** Takes an alert as it stands now; what was known of it before is forgotten. */
    void take(Alert alert) {
        AlertPlace place = AlertPlace.of(alert);
        boolean isBelow = floor.filter(lowest -> place.compareTo(lowest) >= 0).isPresent();
        if (isBelow || !filter.matches(alert)) {
            kept.remove(place);
            return;
        }
        kept.put(place, alert);
        if (kept.size() > MOST) {
            floor = Optional.of(kept.pollLastEntry().getKey());
        }
    }

    AlertPage page(long missing) {
        List<Alert> page = kept.values().stream().limit(filter.limit()).toList();
        boolean isMore = kept.size() > page.size() || floor.isPresent();
        Optional<AlertPlace> next =
                isMore && !page.isEmpty() ? Optional.of(AlertPlace.of(page.get(page.size() - 1))) : Optional.empty();
        return new AlertPage(page, next, missing);
    }
}
