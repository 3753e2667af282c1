package io.hostpulse.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The WebSocket of the JDK. Redirects are not followed: a token goes to nobody but the server that was named. */
final class JdkWire implements Wire {

    private static final Logger LOG = System.getLogger(JdkWire.class.getName());

    /** How long what is in progress may take to end. */
    private static final long PATIENCE_SECONDS = 1;

    private final ExecutorService threads = Executors.newCachedThreadPool(new DaemonThreads("hostpulse-http"));
    private final URI server;
    private final Optional<String> token;
    private final Loop loop;
    private final Duration connectTimeout;
    private HttpClient http;

    JdkWire(URI server, Optional<String> token, Optional<SSLContext> tls, Loop loop, Duration connectTimeout) {
        this.server = server;
        this.token = token;
        this.loop = loop;
        this.connectTimeout = connectTimeout;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(this::run);
        tls.ifPresent(builder::sslContext);
        http = builder.build();
    }

    // What the last connection leaves behind is done by whoever hands it in.
    private void run(Runnable task) {
        try {
            threads.execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    @Override
    public void open(Events events) {
        WebSocket.Builder builder =
                http.newWebSocketBuilder().connectTimeout(connectTimeout).subprotocols(Connection.PROTOCOL);
        token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
        builder.buildAsync(server, new JdkLink(events, loop)).whenComplete((socket, failure) -> {
            if (failure != null) {
                loop.execute(() -> events.ended(ending(failure)));
            }
        });
    }

    private Ending ending(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
            return Ending.refused(refused.getResponse().statusCode());
        }
        return Ending.failed("no connection to " + server + ": " + cause);
    }

    /** From JDK 21 on its client can be closed; the one of 17 ends its thread when it has been collected as garbage. */
    @Override
    public void close() {
        if (http instanceof AutoCloseable closeable) {
            run(() -> {
                try {
                    // Interrupted, it does not wait for what will never come: all connections have ended.
                    Thread.currentThread().interrupt();
                    closeable.close();
                } catch (Exception e) {
                    LOG.log(Level.WARNING, "the HTTP client of the JDK did not end", e);
                }
            });
        }
        http = null;
        threads.shutdown();
    }

    /** After {@link #close}. */
    void awaitEnd() throws InterruptedException {
        if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "the HTTP client of the JDK takes its time to end; its threads are left alone");
        }
    }
}
