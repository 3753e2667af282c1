package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts the journal's entries together by alert. Used by one thread. */
final class Occurrences implements JournalListener {

    /** Some megabytes. */
    static final int MOST_KEPT = 10_000;

    private final Predicate<Alert> wanted;
    private final Map<String, Occurrence> known = new LinkedHashMap<>();
    private long leftOut;

    /** Is asked at each change: one that is not wanted as it is now is forgotten. */
    Occurrences(Predicate<Alert> wanted) {
        this.wanted = wanted;
    }

    @Override
    public void onChange(Change change) {
        String id = change.alert().id();
        if (!wanted.test(change.alert())) {
            known.remove(id);
            return;
        }
        known.computeIfAbsent(id, unknown -> new Occurrence(change)).take(change);
        if (known.size() > MOST_KEPT) {
            known.remove(known.keySet().iterator().next());
            leftOut++;
        }
    }

    @Override
    public void onDelivery(Delivery delivery) {
        delivery.alerts().forEach(id -> ifKnown(id, occurrence -> occurrence.take(delivery)));
    }

    @Override
    public void onDemand(Demand demand) {
        ifKnown(demand.alert(), occurrence -> occurrence.take(demand));
    }

    private void ifKnown(String id, Consumer<Occurrence> action) {
        Optional.ofNullable(known.get(id)).ifPresent(action);
    }

    /** In the order in which they began. */
    Collection<Occurrence> all() {
        return List.copyOf(known.values());
    }

    /** How many older ones there were beyond {@value #MOST_KEPT}. */
    long leftOut() {
        return leftOut;
    }
}
