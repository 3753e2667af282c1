package io.hostpulse.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Watches a Hostpulse: connects, subscribes, tells a {@link Listener}, and comes back by itself when the connection is lost.
 *
 * <pre>{@code
 * HostpulseClient client = HostpulseClient.to(URI.create("ws://127.0.0.1:8765")).connect(new Listener() {
 *     public void snapshot(Snapshot snapshot) {
 *         snapshot.memory().flatMap(Memory::percentage).toOptional().ifPresent(System.out::println);
 *     }
 * });
 * }</pre>
 *
 * <p>Three daemon threads at most: one for the connection, one for the listener, and those of the JDK's HTTP client. Thread-safe.
 */
public final class HostpulseClient implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HostpulseClient.class.getName());

    /** Longer than the closing handshake may take. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final ThreadLoop loop;
    private final JdkWire wire;
    private final Session session;
    private final Thread listening;

    private HostpulseClient(Builder builder, Listener listener) {
        ClientSettings settings = builder.settings();
        Mailbox mailbox = new Mailbox(Objects.requireNonNull(listener));
        loop = new ThreadLoop(new DaemonThreads("hostpulse-client"));
        wire = new JdkWire(builder.server, builder.token, builder.tls, loop, settings.openTimeout());
        session = new Session(settings, wire, loop, mailbox, RandomGenerator.getDefault());
        listening = new DaemonThreads("hostpulse-listener").newThread(mailbox);
        listening.start();
        loop.execute(session::connect);
    }

    /**
     * Prepares a client.
     *
     * @param server {@code ws://host:port} or {@code wss://host:port}
     * @return what can be set before it connects
     * @throws IllegalArgumentException when the address is of another kind
     */
    public static Builder to(URI server) {
        return new Builder(server);
    }

    /**
     * Tells whether the client still runs: connected, or on its way to be.
     *
     * @return false after {@link #close}, and when the broker refuses this client for good
     */
    public boolean isRunning() {
        return listening.isAlive();
    }

    /**
     * Says goodbye to the broker and ends all threads. The method of the listener that runs may end; what waits behind it is dropped, and
     * {@link Listener#closed} is the last that is told. Waits for that, up to 5 s; a listener that does not return by then is interrupted and
     * left alone. Does not wait when the listener itself calls it. May be called again.
     */
    @Override
    public void close() {
        loop.execute(session::close);
        if (Thread.currentThread() == listening) {
            return;
        }
        try {
            boolean ended = loop.awaitEnd(CLOSE);
            listening.join(CLOSE.toMillis());
            if (!ended || listening.isAlive()) {
                LOG.log(Level.WARNING, "the listener does not return; its thread is interrupted and left alone");
                listening.interrupt();
            }
            wire.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What can be set before a client connects. Not thread-safe. */
    public static final class Builder {

        private static final Set<String> SCHEMES = Set.of("ws", "wss");
        private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

        private final URI server;
        private Optional<String> token = Optional.empty();
        private Optional<SSLContext> tls = Optional.empty();
        private Subscription subscription = Subscription.usual();
        private Backoff backoff = Backoff.DEFAULT;
        private Duration openTimeout = ClientSettings.OPEN;
        private Duration idleTimeout = ClientSettings.IDLE;

        private Builder(URI server) {
            if (server.getScheme() == null || !SCHEMES.contains(server.getScheme()) || server.getHost() == null) {
                throw new IllegalArgumentException(
                        "'" + server + "' is no address of a broker: write ws://127.0.0.1:8765");
            }
            this.server = server;
        }

        /**
         * Sets the token, which is sent in a header. Over {@code ws://} everyone on the way can read it.
         *
         * @param secret what {@code hostpulse token create} has printed
         * @return this builder
         * @throws IllegalArgumentException when it cannot stand in a header, such as a line that was read with its end
         */
        public Builder token(String secret) {
            if (!TOKEN.matcher(secret).matches()) {
                throw new IllegalArgumentException(
                        "a token has neither blanks nor line ends: strip what was read from a file");
            }
            token = Optional.of(secret);
            return this;
        }

        /**
         * Trusts the certificates in a file and no others. Without it, those that the JDK trusts.
         *
         * @param pem certificates in PEM form, of the server or of who signed it
         * @return this builder
         * @throws IOException when the file cannot be read
         */
        public Builder trust(Path pem) throws IOException {
            tls = Optional.of(TrustedCertificates.in(pem));
            return this;
        }

        /**
         * Sets everything about TLS, also a certificate of one's own.
         *
         * @param context where connections get it from
         * @return this builder
         */
        public Builder tls(SSLContext context) {
            tls = Optional.of(context);
            return this;
        }

        /**
         * Says what is wanted.
         *
         * @param wanted without it {@link Subscription#usual}
         * @return this builder
         */
        public Builder subscribe(Subscription wanted) {
            subscription = wanted;
            return this;
        }

        /**
         * Says when to come back.
         *
         * @param wait without it {@link Backoff#DEFAULT}
         * @return this builder
         */
        public Builder backoff(Backoff wait) {
            backoff = wait;
            return this;
        }

        /**
         * Limits an attempt to connect.
         *
         * @param limit longer than nothing; without it 15 s
         * @return this builder
         */
        public Builder openTimeout(Duration limit) {
            openTimeout = limit;
            return this;
        }

        /**
         * Says after how much silence a connection is taken for dead. After half of it the broker is asked whether it is there.
         *
         * @param limit longer than nothing; without it 20 s
         * @return this builder
         */
        public Builder idleTimeout(Duration limit) {
            idleTimeout = limit;
            return this;
        }

        private ClientSettings settings() {
            return new ClientSettings(subscription, backoff, openTimeout, idleTimeout);
        }

        /**
         * Starts the client, which connects by itself, now and whenever it has to.
         *
         * @param listener hears everything
         * @return the client
         * @throws IllegalArgumentException when a limit is not longer than nothing
         */
        public HostpulseClient connect(Listener listener) {
            return new HostpulseClient(this, listener);
        }
    }
}
