package io.hostpulse.examples.servlet;

import io.hostpulse.client.HostpulseClient;
import io.hostpulse.client.Subscription;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Starts the client with the application and ends it with the application. One for all requests. */
public final class MonitoringListener implements ServletContextListener {

    /** The context parameter with the broker's address. */
    public static final String URL = "hostpulse.url";

    /** The context parameter with a token, when the broker wants one. */
    public static final String TOKEN = "hostpulse.token";

    private static final String LATEST = "hostpulse.latest";
    private static final Duration EVERY = Duration.ofSeconds(1);

    private Optional<HostpulseClient> client = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        LatestSnapshot latest = new LatestSnapshot();
        application.setAttribute(LATEST, latest);
        // Whoever shows the present needs nothing of the past.
        Subscription wanted = Subscription.usual().every(EVERY).liveOnly();
        HostpulseClient.Builder builder = HostpulseClient.to(URI.create(application.getInitParameter(URL)))
                .subscribe(wanted);
        Optional.ofNullable(application.getInitParameter(TOKEN)).ifPresent(builder::token);
        client = Optional.of(builder.connect(latest));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        client.ifPresent(HostpulseClient::close);
    }

    static LatestSnapshot latest(ServletContext application) {
        return (LatestSnapshot) application.getAttribute(LATEST);
    }
}
