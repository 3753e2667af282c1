package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.history.HistoryDesk;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Router;
import io.hostpulse.broker.rest.dashboard.Dashboard;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.prometheus.Scrape;
import io.hostpulse.prometheus.read.HostReader;
import io.hostpulse.prometheus.table.Mapping;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Everything that can be asked over HTTP. docs/REST.md and docs/openapi.yaml describe it. */
public final class Endpoints {

    private Endpoints() {}

    /**
     * What the endpoints need.
     *
     * @param data the data directory
     * @param clock the time
     * @param host the machine that is watched
     * @param desk where slow work is done
     * @param history where the history is looked into
     * @param orders takes orders for the alerter
     * @param alerts the alerts that are on; may be asked by any thread
     * @param vitals how the broker itself is doing
     * @param tickets makes tickets for callers; nothing when too many are out
     * @param config reads what the configuration says, without secrets; at the desk
     * @param metrics asks for the present {@code monitoring_data}; nothing when too many ask; may be asked by any thread
     */
    public record Surroundings(
            DataDirectory data,
            EpochClock clock,
            String host,
            Desk desk,
            HistoryDesk history,
            Orders orders,
            Supplier<Collection<Alert>> alerts,
            Vitals vitals,
            Function<Caller, Optional<Secret>> tickets,
            Supplier<Fields> config,
            Supplier<Optional<CompletableFuture<byte[]>>> metrics) {}

    /**
     * Puts all endpoints together.
     *
     * @param surroundings what they need
     * @return the router
     */
    public static Router router(Surroundings surroundings) {
        Facts facts = new Facts(surroundings.data(), surroundings.clock(), surroundings.alerts());
        Answers answers = new Answers(surroundings.desk());
        MetricsEndpoint metrics = new MetricsEndpoint(surroundings.metrics());
        HealthEndpoint health = new HealthEndpoint(
                facts,
                answers,
                metrics,
                surroundings.vitals(),
                surroundings.host(),
                surroundings.clock().nanos());
        ProbeEndpoints probes = new ProbeEndpoints(surroundings.vitals(), metrics);
        Dashboard dashboard = Dashboard.read(Endpoints.class.getClassLoader(), Pages::landing);
        Router router = new Router()
                .open("/", dashboard::page)
                .open("/assets/{name}", dashboard::asset)
                .open("/healthz", probes::alive)
                .open("/readyz", probes::ready)
                .on("GET", "/metrics", new PrometheusEndpoint(scrape(surroundings), answers)::scrape)
                .on("GET", "/api/health", health::health)
                .on("GET", "/api/metrics/current", metrics::current)
                .on(
                        "GET",
                        "/api/metrics/history/{stream}",
                        new HistoryEndpoint(surroundings.history(), surroundings.clock())::stream)
                .on("GET", "/api/me", new MeEndpoint()::me)
                .on(
                        "GET",
                        "/api/processes/history",
                        new ProcessHistoryEndpoint(surroundings.history(), surroundings.clock())::runs)
                .on("GET", "/api/processes", new StreamEndpoint("process", metrics, facts, answers)::newest)
                .on("GET", "/api/network", new StreamEndpoint("network", metrics, facts, answers)::newest)
                .onGetByOperators("/api/config", new ConfigEndpoint(surroundings.config(), answers)::show)
                .onPostByViewers("/api/tickets", new TicketsEndpoint(surroundings.tickets())::issue);
        ExportEndpoint export = new ExportEndpoint(surroundings.data(), surroundings.host(), surroundings.history());
        router.on("GET", "/api/export/data", export::data).on("GET", "/api/export/report", export::report);
        addAlerts(router, facts, answers, new OrderResponses(surroundings.orders(), facts, answers));
        return router;
    }

    private static Scrape scrape(Surroundings surroundings) {
        return new Scrape(
                new HostReader(surroundings.data(), surroundings.clock(), surroundings.alerts()),
                new Mapping(Scrape.USUAL_LIMIT));
    }

    private static void addAlerts(Router router, Facts facts, Answers answers, OrderResponses orders) {
        AlertsEndpoint alerts = new AlertsEndpoint(facts, answers);
        AlertOrders alertOrders = new AlertOrders(orders, facts);
        ViewEndpoint view = new ViewEndpoint(facts, answers);
        SilenceOrders silences = new SilenceOrders(orders, facts);
        HandlerOrders handlers = new HandlerOrders(orders, facts);
        MonitoringEndpoint monitoring = new MonitoringEndpoint(orders, facts, answers);
        router.on("GET", "/api/monitoring", monitoring::show)
                .on("POST", "/api/monitoring/stop", monitoring.ordering(OrderForm.STOP_MONITORING))
                .on("POST", "/api/monitoring/start", monitoring.ordering(OrderForm.START_MONITORING));
        router.on("GET", "/api/alerts", alerts::list)
                .on("GET", "/api/alerts/{id}", alerts::one)
                .on("POST", "/api/alerts/{id}/acknowledge", alertOrders.endpoint(OrderForm.ACKNOWLEDGE))
                .on("POST", "/api/alerts/{id}/resolve", alertOrders.endpoint(OrderForm.RESOLVE))
                .on("POST", "/api/alerts/{id}/note", alertOrders.endpoint(OrderForm.NOTE))
                .on("GET", "/api/silences", view.of("silences"))
                .on("POST", "/api/silences", silences::begin)
                .on("DELETE", "/api/silences/{id}", silences::end)
                .on("GET", "/api/thresholds", view.of("rules"))
                .on("PUT", "/api/thresholds", new ThresholdOrders(orders, facts, answers)::change)
                .on("GET", "/api/handlers", view.of("handlers", "dead_letters"))
                .on("POST", "/api/handlers/{name}/enable", handlers.switching(true))
                .on("POST", "/api/handlers/{name}/disable", handlers.switching(false))
                .on("POST", "/api/dead-letters/resend", handlers::resend)
                .on("GET", "/api/orders/{number}", new OrdersEndpoint(facts, answers)::one);
    }
}
