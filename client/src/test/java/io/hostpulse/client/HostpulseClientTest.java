package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Subscribed;
import io.hostpulse.testkit.Await;
import io.hostpulse.testkit.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets, real threads. */
class HostpulseClientTest {

    private static final Backoff QUICK =
            new Backoff(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(10));

    /** The JDK now and then does not tell that a connection has ended. */
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final RecordingListener listener = new RecordingListener();

    private static HostpulseClient.Builder to(FakeBroker broker) {
        return HostpulseClient.to(broker.uri()).backoff(QUICK).idleTimeout(IDLE);
    }

    /** Whatever a test does, nothing is left of its client. */
    @AfterEach
    void leavesNoThread() {
        Await.until("all threads of the client have ended", () -> threads("hostpulse-") == 0);
    }

    private static long threads(String beginning) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(beginning))
                .count();
    }

    @Test
    void speaksTheProtocolAndShowsItsToken() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).token("hp_secret").connect(listener);
                FakeBroker.Peer peer = broker.accept()) {
            assertThat(peer.header("sec-websocket-protocol")).isEqualTo("hostpulse.v1");
            assertThat(peer.header("authorization")).isEqualTo("Bearer hp_secret");
            assertThat(peer.welcome()).contains("\"type\":\"subscribe\"").contains("\"id\":1");
            peer.say(Said.data(1));
            assertThat(listener.await("snapshot")).isEqualTo("snapshot 1");
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void takesMessagesInPiecesWithPingsBetween() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(listener);
                FakeBroker.Peer peer = broker.accept()) {
            peer.welcome();
            byte[] message = Said.data(1)
                    .replace('\'', '"')
                    .replace("1000", "1000,\"ü\":\"日本\"")
                    .getBytes(StandardCharsets.UTF_8);
            int middle =
                    new String(message, StandardCharsets.ISO_8859_1).indexOf("æ\u0097¥") + 1; // inside of a character
            peer.frame(FakeBroker.Peer.TEXT, Arrays.copyOf(message, middle));
            peer.frame(0x80 | FakeBroker.Peer.PING, new byte[] {'h', 'i'});
            assertThat(peer.read(FakeBroker.Peer.PONG)).isEqualTo("hi");
            peer.frame(0x80, Arrays.copyOfRange(message, middle, message.length));
            listener.await("snapshot 1");
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void comesBackFromABreakInTheMiddleOfAMessage() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(listener)) {
            try (FakeBroker.Peer peer = broker.accept()) {
                peer.welcome();
                peer.say(Said.data(41));
                peer.breakOff();
            }
            listener.await("disconnected");
            try (FakeBroker.Peer peer = broker.accept()) {
                assertThat(peer.welcome()).contains("\"since\":\"memory:41.x\"");
                peer.say(Said.data(42));
                listener.await("snapshot 42");
            }
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void keepsTryingWhenNobodyListens() throws IOException {
        URI nobody;
        try (FakeBroker broker = new FakeBroker()) {
            nobody = broker.uri();
        }
        try (HostpulseClient client = HostpulseClient.to(nobody).backoff(QUICK).connect(listener)) {
            listener.await("disconnected");
            listener.await("disconnected");
            assertThat(listener.await("disconnected"))
                    .contains("no connection to " + nobody)
                    .contains("ConnectException");
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void endsByItselfWhenItsTokenIsRefused() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).token("old").connect(listener);
                FakeBroker.Peer peer = broker.knock()) {
            peer.answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close");
            assertThat(listener.await("closed")).contains("401");
            Await.until("the client has ended", () -> !client.isRunning());
            Await.until("its threads have ended", () -> threads("hostpulse-") == 0);
        }
    }

    @Test
    void tellsTheServersGoodbye() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(listener)) {
            try (FakeBroker.Peer peer = broker.accept()) {
                peer.welcome();
                peer.say(Said.goodbye(77));
                peer.sayGoodbye(1001, "reconnect in 77 ms");
                assertThat(listener.await("disconnected")).startsWith("disconnected, again in 77 ms");
            }
            try (FakeBroker.Peer peer = broker.accept()) {
                peer.welcome();
            }
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void saysGoodbyeItself() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(listener);
                FakeBroker.Peer peer = broker.accept()) {
            peer.welcome();
            listener.await("subscribed");
            Thread closing = new Thread(client::close);
            closing.start();
            assertThat(peer.read(FakeBroker.Peer.CLOSE)).isEqualTo("\u0003è");
            peer.sayGoodbye(1000, "");
            Await.until("closed", () -> !closing.isAlive());
            assertThat(listener.told).containsExactly("closed: closed by this program");
        }
    }

    @Test
    void leavesNoThreadOfTheJdkEither() throws IOException {
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(listener)) {
            for (int i = 1; i <= 3; i++) {
                try (FakeBroker.Peer peer = broker.accept()) {
                    peer.welcome();
                    listener.await("subscribed");
                    peer.breakOff();
                }
            }
            assertThat(client.isRunning()).isTrue();
        }
        Await.until("that of its HTTP client has ended, on JDK 17 as garbage", () -> {
            System.gc();
            return threads("HttpClient-") == 0;
        });
    }

    @Test
    void mayBeClosedByItsListener() throws IOException {
        AtomicReference<HostpulseClient> client = new AtomicReference<>();
        CountDownLatch isSet = new CountDownLatch(1);
        RecordingListener closing = new RecordingListener() {
            @Override
            public void snapshot(Snapshot snapshot) {
                super.snapshot(snapshot);
                uninterruptibly(isSet);
                client.get().close();
            }
        };
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient opened = to(broker).connect(closing);
                FakeBroker.Peer peer = broker.accept()) {
            client.set(opened);
            isSet.countDown();
            peer.welcome();
            peer.say(Said.data(1));
            peer.read(FakeBroker.Peer.CLOSE);
            peer.sayGoodbye(1000, "");
            closing.await("closed");
        }
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aListenerThatThrowsIsToldAndTheNextMessageComes() throws IOException {
        RecordingListener failing = new RecordingListener() {
            @Override
            public void snapshot(Snapshot snapshot) {
                super.snapshot(snapshot);
                if (snapshot.tick() == 1) {
                    throw new IllegalStateException("no room on my disk");
                }
            }
        };
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(failing);
                FakeBroker.Peer peer = broker.accept()) {
            peer.welcome();
            peer.say(Said.data(1));
            peer.say(Said.data(2));
            assertThat(failing.await("error")).contains("LISTENER_FAILED").contains("no room on my disk");
            failing.await("snapshot 2");
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void aListenerThatBlocksLosesNothing() throws IOException {
        CountDownLatch goOn = new CountDownLatch(1);
        RecordingListener slow = new RecordingListener() {
            @Override
            public void snapshot(Snapshot snapshot) {
                uninterruptibly(goOn);
                super.snapshot(snapshot);
            }
        };
        int messages = 5 * Mailbox.MOST;
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(slow);
                FakeBroker.Peer peer = broker.accept()) {
            peer.welcome();
            for (int i = 1; i <= messages; i++) {
                peer.say(Said.data(i));
            }
            goOn.countDown();
            for (int i = 1; i <= messages; i++) {
                assertThat(slow.await("snapshot")).isEqualTo("snapshot " + i);
            }
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void aListenerThatNeverReturnsKeepsNobodyFromClosing() throws IOException {
        CountDownLatch isInside = new CountDownLatch(1);
        RecordingListener stuck = new RecordingListener() {
            @Override
            public void subscribed(Subscribed subscribed) {
                isInside.countDown();
                uninterruptibly(new CountDownLatch(1)); // until it is interrupted
            }
        };
        try (FakeBroker broker = new FakeBroker();
                HostpulseClient client = to(broker).connect(stuck);
                FakeBroker.Peer peer = broker.accept()) {
            peer.welcome();
            uninterruptibly(isInside);
            assertThat(client.isRunning()).isTrue();
        }
        assertThat(stuck.await("error")).contains("LISTENER_FAILED");
        stuck.await("closed");
    }

    @Test
    void trustsTheCertificateThatItWasGivenAndNoOther(@TempDir Path directory) throws Exception {
        TestCertificate certificate = TestCertificate.make(directory, "test", "EC");
        try (FakeBroker broker = new FakeBroker(certificate.serverSockets(), "wss")) {
            try (HostpulseClient client =
                            to(broker).trust(certificate.certificate()).connect(listener);
                    FakeBroker.Peer peer = broker.accept()) {
                peer.welcome();
                listener.await("subscribed");
                assertThat(client.isRunning()).isTrue();
            }
            try (HostpulseClient client = to(broker).connect(listener)) {
                assertThatThrownBy(broker::accept).isInstanceOf(IOException.class);
                assertThat(listener.await("disconnected")).contains("SSLHandshakeException");
                assertThat(client.isRunning()).isTrue();
            }
        }
    }

    @Test
    void refusesLimitsThatNothingCouldKeep() {
        assertThatThrownBy(() -> HostpulseClient.to(URI.create("ws://127.0.0.1:8765"))
                        .idleTimeout(Duration.ZERO)
                        .connect(new RecordingListener()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("idleTimeout must be longer than nothing, not PT0S");
    }

    @Test
    void refusesAddressesAndFilesThatCannotBeMeant(@TempDir Path directory) throws IOException {
        assertThatThrownBy(() -> HostpulseClient.to(URI.create("http://127.0.0.1:8765")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write ws://127.0.0.1:8765");
        assertThatThrownBy(() ->
                        HostpulseClient.to(URI.create("ws://127.0.0.1:8765")).token("hp_secret\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strip what was read from a file")
                .hasMessageNotContaining("secret");
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertThatThrownBy(() ->
                        HostpulseClient.to(URI.create("wss://127.0.0.1:8765")).trust(empty))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no certificate in " + empty);
    }
}
