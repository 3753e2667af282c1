package io.hostpulse.alerter;

import io.hostpulse.alerter.route.Recipient;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingMemory;
import io.hostpulse.alerter.rule.RuleEngine;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is in force: the rules in the engine, the router, the handlers that are wanted. All of it changes at once; what happened before, and
 * who was told, is in memories that stay. Belongs to the alerting thread.
 */
final class Setup {

    private final String host;
    private final RoutingMemory memory;
    private final RuleEngine engine;
    private final Deliveries deliveries;
    private final UnaryOperator<AlerterSettings> changes;
    private AlerterSettings settings;
    private Router router;

    /**
     * Puts the first settings in force.
     *
     * @param engine has their rules already
     * @param memory what the router remembers
     * @param changes puts what people changed at run time over what is configured, in whole: it is asked again whenever the configuration changes,
     *     and must not fail
     */
    Setup(
            String host,
            RuleEngine engine,
            RoutingMemory memory,
            Deliveries deliveries,
            UnaryOperator<AlerterSettings> changes,
            AlerterSettings settings) {
        this.host = host;
        this.engine = engine;
        this.memory = memory;
        this.deliveries = deliveries;
        this.changes = changes;
        this.settings = settings;
        AlerterSettings first = changes.apply(settings);
        this.router = router(first);
        deliveries.follow(first.handlers());
    }

    /**
     * Goes over to other settings. Unless it throws, all of them are in force when it returns; if it throws, none is.
     *
     * @param next what is configured from now on
     * @param now the present time, epoch nanoseconds
     */
    void follow(AlerterSettings next, long now) {
        AlerterSettings all = changes.apply(next);
        Router newRouter = router(all);
        settings = next;
        router = newRouter;
        engine.reload(all.rules(), now);
        deliveries.follow(all.handlers());
    }

    /** Asks again what people changed at run time. */
    void refresh(long now) {
        follow(settings, now);
    }

    private Router router(AlerterSettings all) {
        List<Recipient> recipients = all.handlers().stream()
                .map(handler -> Recipients.of(handler.settings()))
                .toList();
        return new Router(host, all.routing(), all.ruleRouting(), recipients, memory);
    }

    /** The one in force; another object after every change. */
    Router router() {
        return router;
    }

    /** What is configured, without what people changed at run time. */
    AlerterSettings settings() {
        return settings;
    }
}
