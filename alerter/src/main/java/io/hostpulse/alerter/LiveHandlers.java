package io.hostpulse.alerter;

import io.hostpulse.alerter.control.Handlers;
import io.hostpulse.alerter.journal.Adjustments;
import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.HandlerStats;
import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.route.Router;
import java.util.List;
import java.util.Map;

/**
 * The handlers of the configuration, as they are switched. Used by the thread of the rules.
 *
 * @param settings what the configuration says of each
 * @param deliveries what sends for each
 * @param router decides for each
 * @param adjustments how people have switched them
 */
record LiveHandlers(
        List<HandlerSettings> settings, Map<String, DeliveryAgent> deliveries, Router router, Adjustments adjustments)
        implements Handlers {

    LiveHandlers {
        settings = List.copyOf(settings);
    }

    /** What the router is told of them. */
    static List<Recipient> recipients(List<HandlerSettings> settings, Adjustments adjustments) {
        return settings.stream()
                .map(handler -> Recipients.of(handler).enabled(adjustments.enabled(handler.name(), handler.enabled())))
                .toList();
    }

    @Override
    public List<String> names() {
        return settings.stream().map(HandlerSettings::name).toList();
    }

    @Override
    public List<HandlerStats> stats() {
        return names().stream().map(name -> deliveries.get(name).stats()).toList();
    }

    @Override
    public boolean isEnabled(String name) {
        return recipients(settings, adjustments).stream()
                .anyMatch(recipient -> recipient.name().equals(name) && recipient.enabled());
    }

    @Override
    public void enable(String name, boolean enabled) {
        deliveries.get(name).enabled(enabled);
        router.serve(recipients(settings, adjustments));
    }

    @Override
    public void hand(String name, List<Notification> notifications) {
        notifications.forEach(deliveries.get(name)::hand);
    }
}
