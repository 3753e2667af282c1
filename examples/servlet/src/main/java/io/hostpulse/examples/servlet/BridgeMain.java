package io.hostpulse.examples.servlet;

import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The web application on a Jetty of its own: {@code BridgeMain [PORT [BROKER]]}. It listens to programs on this machine only. */
public final class BridgeMain {

    private BridgeMain() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments the port, 0 for any free one, and the broker's address
     * @throws Exception when the port is taken
     */
    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080;
        String broker = arguments.length > 1 ? arguments[1] : "ws://127.0.0.1:8765";
        Server server = new Server(new InetSocketAddress("127.0.0.1", port));
        server.setHandler(application(broker, System.getenv("HOSTPULSE_TOKEN")));
        server.setStopAtShutdown(true);
        server.start();
        System.out.println("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/");
        server.join();
    }

    /** What web.xml or Spring's registration beans say elsewhere. */
    private static ServletContextHandler application(String broker, String token) {
        ServletContextHandler application = new ServletContextHandler();
        application.setInitParameter(MonitoringListener.URL, broker);
        if (token != null) {
            application.setInitParameter(MonitoringListener.TOKEN, token);
        }
        application.addEventListener(new MonitoringListener());
        application.addServlet(CurrentServlet.class, "/api/monitoring/current");
        application.addServlet(LiveServlet.class, "/api/monitoring/live");
        application.addServlet(PageServlet.class, "");
        return application;
    }
}
