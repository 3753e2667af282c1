package io.hostpulse.alerter;

import io.hostpulse.alerter.control.Handlers;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.HandlerStats;
import java.util.List;

/**
 * The handlers of the configuration, as they are switched. Used by the thread of the rules.
 *
 * @param setup what is configured
 * @param deliveries what sends
 */
record LiveHandlers(Setup setup, Deliveries deliveries) implements Handlers {

    @Override
    public List<String> names() {
        return setup.settings().handlers().stream().map(ConfiguredHandler::name).toList();
    }

    @Override
    public List<HandlerStats> stats() {
        return deliveries.stats();
    }

    @Override
    public boolean isEnabled(String name) {
        return setup.settings().handlers().stream()
                .anyMatch(handler -> handler.name().equals(name) && setup.isEnabled(handler));
    }

    @Override
    public void enable(String name, boolean enabled) {
        deliveries.enable(name, enabled);
        setup.refreshRouter();
    }

    @Override
    public void hand(String name, List<Notification> notifications) {
        notifications.forEach(one -> deliveries.hand(name, one));
    }
}
