package io.hostpulse.broker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Secret;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private long now;

    private final Tickets<String> tickets = new Tickets<>(() -> now);

    @Test
    void standForSomebodyOnce() {
        Secret ticket = tickets.issue("ann").orElseThrow();
        assertThat(tickets.redeem(ticket)).contains("ann");
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void areNoGoodAfterAWhile() {
        Secret ticket = tickets.issue("ann").orElseThrow();
        now += Duration.ofSeconds(30).toNanos();
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void areNotGuessed() {
        tickets.issue("ann");
        assertThat(tickets.redeem(new Secret(""))).isEmpty();
        assertThat(tickets.redeem(new Secret("hpt_x"))).isEmpty();
    }

    @Test
    void areNotWithoutNumber() {
        for (int i = 0; i < 1000; i++) {
            assertThat(tickets.issue("ann")).isPresent();
        }
        assertThat(tickets.issue("ann")).isEmpty();
        now += Duration.ofSeconds(31).toNanos();
        assertThat(tickets.issue("ann")).isPresent();
    }
}
