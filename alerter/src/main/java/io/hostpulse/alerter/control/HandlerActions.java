package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.DeadLetters;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.HandlerSwitch;
import io.hostpulse.alerter.notify.Notification;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Switches handlers, and sends again what they gave up.
 *
 * @param handlers those there are
 * @param routing decides what a handler is to be told that was off
 */
record HandlerActions(Handlers handlers, Routing routing) {

    /** So many fit into one entry of the journal, however long they are. */
    private static final int MOST_AT_ONCE = 50;

    Done enable(Errand errand) throws RefusedException {
        errand.takesOnly("handler", "enabled");
        HandlerSwitch change = HandlerSwitch.parse(errand.order().arguments());
        known(change.handler());
        return new Done("", () -> {
            handlers.enable(change.handler(), change.enabled());
            routing.step(errand.now(), List.of(), UnaryOperator.identity());
        });
    }

    Done resend(Errand errand) throws RefusedException {
        errand.takesOnly("handler", "key");
        String handler = known(errand.arguments().text("handler"));
        if (!handlers.isEnabled(handler)) {
            throw new RefusedException("the handler '" + handler + "' is switched off: switch it on first");
        }
        List<String> keys = chosen(errand, handler);
        for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
            int to = Math.min(keys.size(), from + MOST_AT_ONCE);
            boolean isLast = to == keys.size();
            send(errand, handler, Set.copyOf(keys.subList(from, to)), mark(errand, keys.size(), isLast));
        }
        return Done.with(Integer.toString(keys.size()));
    }

    // After a crash between two entries the rest is still dead, and the order goes on with it.
    private static UnaryOperator<Entry> mark(Errand errand, int count, boolean isLast) {
        return isLast ? errand.asCaused(Integer.toString(count)) : UnaryOperator.identity();
    }

    private void send(Errand errand, String handler, Set<String> keys, UnaryOperator<Entry> asCaused) {
        List<Notification> revived = new DeadLetters(errand.journal())
                .revive(handler, one -> keys.contains(one.key()), errand.now(), asCaused);
        handlers.hand(handler, revived);
    }

    private static List<String> chosen(Errand errand, String handler) throws RefusedException {
        List<String> all = errand.journal().memory().handler(handler).dead().stream()
                .map(HandlerMemory.Dead::notification)
                .map(Notification::key)
                .toList();
        if (all.isEmpty()) {
            throw new RefusedException("there are no dead letters of '" + handler + "'");
        }
        Optional<String> key = errand.arguments().optionalText("key");
        if (key.isPresent() && !all.contains(key.get())) {
            throw Errand.unknown("dead letter", key.get(), all);
        }
        return key.map(List::of).orElse(all);
    }

    private String known(String handler) throws RefusedException {
        if (!handlers.names().contains(handler)) {
            throw Errand.unknown("handler", handler, handlers.names());
        }
        return handler;
    }
}
