package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.Secret;
import io.hostpulse.testkit.Keytool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a question really goes, whatever names and answers say. */
@Timeout(60)
class DialerTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(5), 1 << 20, true);

    @TempDir
    Path folder;

    @Test
    void connectsToTheAddressThatWasCheckedThoughTheNameChangesItsAnswer() throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        NameLookup rebinding = host -> literal(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2");
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok("{}"))) {
            HttpAnswer answer =
                    ask("http://rebind.example:" + server.port() + "/", rebinding, DialerTest::onlyFirst, null);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(lookups).hasValue(1);
            assertThat(server.requests().get(0)).contains("Host: rebind.example:" + server.port() + "\n");
        }
    }

    @Test
    void neverTouchesAnAddressThatIsRefused() {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok("{}"))) {
            String url = "http://inside.example:" + server.port() + "/";
            assertThatThrownBy(() -> ask(url, host -> literal("127.0.0.1"), AddressKind::special, null))
                    .hasMessage(
                            "http://inside.example:" + server.port() + ": 127.0.0.1 is a loopback address, which is not"
                                    + " asked unless 'allow_private: true' says so");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void takesThePublicOneOfSeveralAddresses() throws Exception {
        try (ScriptedServer server = ScriptedServer.start(connection -> connection.ok("{}"))) {
            NameLookup mixed = host -> new InetAddress[] {literal("127.0.0.2")[0], literal("127.0.0.1")[0]};
            assertThat(ask("http://mixed.example:" + server.port() + "/", mixed, DialerTest::onlyFirst, null)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void checksTheAddressOfARedirectToo() {
        try (ScriptedServer inside = ScriptedServer.on("127.0.0.2", connection -> connection.ok("{}"));
                ScriptedServer server = ScriptedServer.start(
                        connection -> connection.send("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.2:"
                                + inside.port() + "/metadata?k=secret\r\nContent-Length: 0\r\n\r\n"))) {
            assertThatThrownBy(() -> ask(server.url("/"), InetAddress::getAllByName, DialerTest::onlyFirst, null))
                    .hasMessage("http://127.0.0.2:" + inside.port()
                            + ": 127.0.0.2 is a loopback address, which is not asked"
                            + " unless 'allow_private: true' says so");
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void saysThatANameIsNotKnown() {
        NameLookup nothing = host -> {
            throw new UnknownHostException(host);
        };
        assertThatThrownBy(() -> ask("http://nowhere.example/", nothing, DialerTest::onlyFirst, null))
                .hasMessage("http://nowhere.example: no address is known for this name");
    }

    @Test
    void sendsNoHeaderThatWouldEndItsLine() {
        HttpTarget target = HttpTarget.parse("http://a.example/");
        Map<String, Secret> headers = Map.of("X-Key", new Secret("a\r\nX-Injected: s3cr3t"));
        assertThatThrownBy(() -> new HttpRequest(target, "POST", headers, Optional.empty()))
                .hasMessage("the header X-Key has a character that no header may have");
    }

    @Test
    void givesUpARedirectionWithoutEnd() {
        try (ScriptedServer server = ScriptedServer.start(
                connection -> connection.send("HTTP/1.1 307 Moved\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"))) {
            assertThatThrownBy(() -> ask(server.url("/"), InetAddress::getAllByName, DialerTest::onlyFirst, null))
                    .hasMessageEndingWith("redirected more than 3 times");
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void waitsForNoNameLongerThanForTheWholeAnswer() {
        CountDownLatch end = new CountDownLatch(1);
        NameLookup hanging = host -> {
            await(end);
            return new InetAddress[0];
        };
        Dialer dialer = new Dialer(hanging, DialerTest::onlyFirst, null);
        HttpLimits limits = new HttpLimits(Duration.ofMillis(50), Duration.ofMillis(50), 1, true);
        HttpRequest request =
                new HttpRequest(HttpTarget.parse("http://slow.example/"), "GET", Map.of(), Optional.empty());
        try (HttpClient client = new HttpClient(dialer, limits, Redirects.NONE, System::nanoTime)) {
            assertThatThrownBy(() -> client.ask(request)).hasMessageStartingWith("http://slow.example: ");
            assertThatThrownBy(() -> client.ask(request)).hasMessageStartingWith("http://slow.example: ");
        } finally {
            end.countDown();
        }
    }

    @Test
    void believesOnlyTheAuthoritiesItIsGivenAndOnlyTheNameItAsked() throws Exception {
        Path store = keytool(
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=shop", "-ext", "san=dns:shop.example");
        Path pem = folder.resolve("ca.pem");
        keytool("-exportcert", "-alias", "a", "-rfc", "-file", pem.toString());
        Supplier<SSLSocketFactory> tls = () -> authorities(pem);
        try (ScriptedServer server = ScriptedServer.on(tlsSocket(store), connection -> connection.ok("{}"))) {
            String port = ":" + server.port();
            NameLookup here = host -> literal("127.0.0.1");
            assertThat(ask("https://shop.example" + port + "/", here, DialerTest::onlyFirst, tls)
                            .status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> ask("https://bank.example" + port + "/", here, DialerTest::onlyFirst, tls))
                    .hasMessageStartingWith("https://bank.example" + port + ": TLS failed: ")
                    .hasMessageContaining("No subject alternative DNS name matching bank.example");
            assertThatThrownBy(() -> ask(
                            "https://shop.example" + port + "/",
                            here,
                            DialerTest::onlyFirst,
                            TrustedAuthorities::usual))
                    .hasMessageContaining("TLS failed: ");
        }
    }

    /** As if 127.0.0.1 were public and the rest of the loopback network were not. */
    private static Optional<String> onlyFirst(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1") ? Optional.empty() : Optional.of("a loopback address");
    }

    private static SSLSocketFactory authorities(Path pem) {
        try {
            return TrustedAuthorities.in(pem);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpAnswer ask(
            String url,
            NameLookup names,
            Function<InetAddress, Optional<String>> refusal,
            Supplier<SSLSocketFactory> tls)
            throws IOException {
        Dialer dialer = new Dialer(names, refusal, tls);
        try (HttpClient client = new HttpClient(dialer, LIMITS, DialerTest::same, System::nanoTime)) {
            return client.ask(new HttpRequest(HttpTarget.parse(url), "GET", Map.of(), Optional.empty()));
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<HttpRequest> same(HttpRequest asked, HttpAnswer answer) {
        return answer.header("Location")
                .map(place -> new HttpRequest(asked.target().to(place), "GET", Map.of(), Optional.empty()));
    }

    private static InetAddress[] literal(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address);
    }

    private Path keytool(String... arguments) throws Exception {
        return new Keytool(folder).run("store.p12", List.of(arguments));
    }

    private static ServerSocket tlsSocket(Path store) throws Exception {
        return Keytool.server(store)
                .getServerSocketFactory()
                .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
