package io.hostpulse.alerter;

import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.route.Router;
import java.util.List;

/**
 * What is in force: the rules in the engine, the router, the handlers that are wanted. All of it changes at once; what happened before, who
 * was told, and what people set otherwise than it is configured, is in the memory and stays. Belongs to the alerting thread.
 */
final class Setup {

    private final String host;
    private final RulesInForce rules;
    private final Memory memory;
    private final Deliveries deliveries;
    private AlerterSettings settings;
    private Router router;

    /**
     * Puts the first settings in force.
     *
     * @param rules follows their rules already
     */
    Setup(String host, RulesInForce rules, Memory memory, Deliveries deliveries, AlerterSettings settings) {
        this.host = host;
        this.rules = rules;
        this.memory = memory;
        this.deliveries = deliveries;
        this.settings = settings;
        this.router = router(settings);
        deliveries.follow(settings.handlers());
    }

    /**
     * Goes over to other settings. Unless it throws, all of them are in force when it returns; if it throws, none is.
     *
     * @param next what is configured from now on
     * @param now the present time, epoch nanoseconds
     */
    void follow(AlerterSettings next, long now) {
        Router newRouter = router(next);
        settings = next;
        router = newRouter;
        rules.configure(next.rules(), now);
        deliveries.follow(next.handlers());
    }

    /** Follows how people have switched handlers. */
    void refreshRouter() {
        router = router(settings);
    }

    private Router router(AlerterSettings all) {
        List<Recipient> recipients = all.handlers().stream()
                .map(handler -> Recipients.of(handler.settings(), memory.adjustments()))
                .toList();
        return new Router(host, all.routing(), all.ruleRouting(), recipients, memory.routing());
    }

    /** Whether a handler is to send, by configuration or because somebody has switched it. */
    boolean isEnabled(ConfiguredHandler handler) {
        return memory.adjustments().enabled(handler.name(), handler.settings().enabled());
    }

    /** The one in force; another object after every change. */
    Router router() {
        return router;
    }

    /** What is configured, without what people set otherwise. */
    AlerterSettings settings() {
        return settings;
    }
}
