package io.hostpulse.exporter.prometheus;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.prometheus.Scrape;
import io.hostpulse.prometheus.read.HostReader;
import io.hostpulse.prometheus.table.Mapping;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the page up: follows the alerts, which are the only thing that cannot be looked up in one record, and listens. A port that is
 * taken is tried again and stops no sink.
 */
public final class PrometheusAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(PrometheusAgent.class);

    private static final long INTERVAL = 1_000_000_000L;
    private static final long RETRY_INTERVAL = 10_000_000_000L;

    private final PrometheusOptions options;
    private final Scrape scrape;
    private final AlertFollower alerts;
    private final Path portFile;
    private Optional<MetricsServer> server = Optional.empty();
    private long nextTry;
    private volatile String trouble = "";

    /**
     * Listens from the first turn on.
     *
     * @param options where
     * @param data the data directory
     * @param clock the time
     */
    public PrometheusAgent(PrometheusOptions options, DataDirectory data, EpochClock clock) {
        this.options = options;
        this.alerts = new AlertFollower(new QueueDirectory(data.queues()).of(new StreamName("alerts")));
        this.scrape = new Scrape(new HostReader(data, clock, alerts::active), new Mapping(options.maxSeries()));
        this.portFile = data.run().resolve("exporter-prometheus.port");
    }

    @Override
    public long doWork(long now) {
        alerts.follow();
        if (server.isEmpty() && (now >= nextTry || nextTry - now > RETRY_INTERVAL)) {
            nextTry = now + RETRY_INTERVAL;
            listen();
        }
        return now + INTERVAL;
    }

    private void listen() {
        try {
            MetricsServer listening =
                    MetricsServer.listen(new InetSocketAddress(options.bind(), options.port()), scrape);
            server = Optional.of(listening);
            trouble = "";
            LOG.info("Prometheus can ask http:/{}/metrics", listening.address());
            Files.writeString(portFile, Integer.toString(listening.address().getPort()));
        } catch (IOException | IllegalArgumentException e) {
            troubled("prometheus: cannot listen on " + options.bind() + ":" + options.port() + " (" + e.getMessage()
                    + "): is another program using the port? Change exporter.prometheus");
        }
    }

    private void troubled(String reason) {
        if (!trouble.equals(reason)) {
            LOG.warn("{}", reason);
        }
        trouble = reason;
    }

    /**
     * Tells what is wrong. Any thread.
     *
     * @return why nobody can ask; empty when somebody can
     */
    public String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        server.ifPresent(MetricsServer::close);
        alerts.close();
        try {
            Files.deleteIfExists(portFile);
        } catch (IOException e) {
            LOG.warn("{} was not removed: {}", portFile, e.toString());
        }
    }
}
