package io.hostpulse.alerter;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.EpochClock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * The handlers that are open, each on a thread of its own. One that changed is closed and opened again with everything that waits for it; one that
 * is no longer configured is closed, and what waited for it becomes dead letters. Neither is waited for: a handler that hangs in the
 * middle of sending has to come back first, and what is for it waits in the journal meanwhile. Belongs to the alerting thread.
 */
final class Deliveries {

    /** So that no handler's name is the name of another thread. */
    private static final String THREAD = "handler-";

    static final String REMOVED = "the handler was removed from the configuration";

    private final AgentGroup group;
    private final Journal journal;
    private final Queue<Receipt> receipts;
    private final Opener opener;
    private final EpochClock clock;
    private final Map<String, Open> open = new LinkedHashMap<>();

    /** Those that were told to end and have not yet; there is no way back from that. */
    private final Set<String> leaving = new HashSet<>();

    private Map<String, ConfiguredHandler> wanted = Map.of();

    /** Opens a handler that knows everything the journal knows of it. */
    @FunctionalInterface
    interface Opener {
        DeliveryAgent open(ConfiguredHandler handler);
    }

    private record Open(ConfiguredHandler handler, DeliveryAgent agent) {}

    /**
     * Starts with no handler.
     *
     * @param group runs them
     * @param receipts what handlers are done with; may be added to by any thread
     */
    Deliveries(AgentGroup group, Journal journal, Queue<Receipt> receipts, Opener opener, EpochClock clock) {
        this.group = group;
        this.journal = journal;
        this.receipts = receipts;
        this.opener = opener;
        this.clock = clock;
    }

    /** Says which handlers there are from now on; {@link #settle} sees to it. */
    void follow(List<ConfiguredHandler> handlers) {
        Map<String, ConfiguredHandler> byName = new LinkedHashMap<>();
        handlers.forEach(handler -> byName.put(handler.name(), handler));
        wanted = byName;
    }

    /**
     * Comes closer to what is wanted, and writes down what handlers are done with; to be called in every turn. What a handler said last is
     * written before its successor asks what waits.
     */
    void settle() {
        open.keySet().stream().filter(name -> !isWanted(name)).forEach(leaving::add);
        leaving.removeIf(this::isGone);
        writeReceipts();
        wanted.values().stream()
                .filter(handler -> !open.containsKey(handler.name()))
                .forEach(this::open);
        journal.memory().handlers().stream()
                .filter(name -> !wanted.containsKey(name) && !open.containsKey(name))
                .forEach(this::bury);
    }

    private boolean isWanted(String name) {
        return wanted.containsKey(name)
                && wanted.get(name).isLike(open.get(name).handler());
    }

    private boolean isGone(String name) {
        boolean gone = group.remove(THREAD + name);
        if (gone) {
            open.remove(name);
        }
        return gone;
    }

    private void open(ConfiguredHandler handler) {
        DeliveryAgent agent = opener.open(handler);
        open.put(handler.name(), new Open(handler, agent));
        group.add(THREAD + handler.name(), agent);
    }

    private void bury(String name) {
        for (Notification waiting : journal.memory().handler(name).waiting()) {
            long now = clock.nanos();
            List<String> alerts = waiting.alerts().stream().map(Alert::id).toList();
            long took = Math.max(0, now - waiting.at());
            journal.write(
                    now,
                    new Entry.Done(
                            new Receipt(name, waiting.key(), alerts, Receipt.Fate.REFUSED, now, 0, took, REMOVED)));
        }
    }

    /** Hands over what is in the journal already. A handler that is being closed or opened finds it there. */
    void hand(String handler, Notification notification) {
        if (open.containsKey(handler) && isWanted(handler) && !leaving.contains(handler)) {
            open.get(handler).agent().hand(notification);
        }
    }

    /** Lets a handler send, or not. One that is being opened again finds in the journal which. */
    void enable(String handler, boolean enabled) {
        if (open.containsKey(handler)) {
            open.get(handler).agent().enabled(enabled);
        }
    }

    /** How those are doing that are open, in the order of the configuration. */
    List<HandlerStats> stats() {
        return wanted.keySet().stream()
                .filter(open::containsKey)
                .map(name -> open.get(name).agent().stats())
                .toList();
    }

    /** Writes down what handlers are done with. */
    void writeReceipts() {
        for (Receipt receipt = receipts.poll(); receipt != null; receipt = receipts.poll()) {
            journal.write(receipt.at(), new Entry.Done(receipt));
        }
    }
}
