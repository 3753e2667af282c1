package io.hostpulse.broker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.broker.auth.AccessMode;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate =
            new Gate(Set.of("Atlas"), Set.of("https://status.example"), Accesses.nobody(AccessMode.NONE));

    @Test
    void takesOrdersFromThisMachine() throws Exception {
        assertThat(gate.admit(visit("127.0.0.1", "localhost:8765")).mayOrder()).isTrue();
        assertThat(gate.admit(visit("::1", "[::1]:8765")).mayOrder()).isTrue();
    }

    @Test
    void showsOthersOnly() throws Exception {
        Caller caller = gate.admit(visit("10.0.0.9", "atlas:8765"));
        assertThat(caller.mayOrder()).isFalse();
        assertThat(caller.refusal().detail()).contains("this machine only");
        assertThat(caller.author().name()).isEqualTo("10.0.0.9");
    }

    @Test
    void lendsAProxysAddressToNobody() throws Exception {
        Visit visit = new Visit(
                InetAddress.getLoopbackAddress(),
                List.of("localhost"),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        assertThat(gate.admit(visit).mayOrder()).isFalse();
    }

    @Test
    void knowsItsNamesInAnyCase() throws Exception {
        assertThat(gate.admit(visit("127.0.0.1", "ATLAS.")).mayOrder()).isTrue();
        assertThat(gate.admit(visit("127.0.0.1", "app.localhost:1")).mayOrder()).isTrue();
    }

    @Test
    void admitsAPageOfItsOwn() throws Exception {
        assertThat(gate.admit(page("localhost:8765", "http://localhost:8765")).mayOrder())
                .isTrue();
        assertThat(gate.admit(page("localhost:80", "http://LOCALHOST")).mayOrder())
                .isTrue();
    }

    @Test
    void refusesNamesThatAnybodyCouldPointHere() {
        assertThatThrownBy(() -> gate.admit(visit("127.0.0.1", "rebound.example")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(421));
    }

    @Test
    void refusesPagesOfOthers() {
        for (String origin : List.of("http://evil.example", "null", "http://localhost:9999", "file://", "")) {
            assertThatThrownBy(() -> gate.admit(page("localhost:8765", origin)))
                    .as(origin)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().status()).isEqualTo(403));
        }
    }

    @Test
    void letsPagesThatAreNamedLook() throws Exception {
        Caller caller = gate.admit(page("localhost:8765", "https://Status.example"));
        assertThat(caller.mayLook()).isTrue();
        assertThat(caller.mayOrder()).isFalse();
        assertThatThrownBy(() -> gate.admit(page("rebound.example", "https://status.example")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void knowsTheUsualPortOfEachScheme() throws Exception {
        assertThat(gate.admit(page("atlas", "https://atlas")).mayOrder()).isTrue();
        assertThat(gate.admit(page("atlas:443", "https://atlas")).mayOrder()).isTrue();
        assertThatThrownBy(() -> gate.admit(page("atlas:443", "http://atlas"))).isInstanceOf(ProblemException.class);
    }

    private static Visit visit(String peer, String host) throws Exception {
        return new Visit(
                InetAddress.getByName(peer),
                List.of(host),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static Visit page(String host, String origin) throws Exception {
        return new Visit(
                InetAddress.getLoopbackAddress(),
                List.of(host),
                Optional.of(origin),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
