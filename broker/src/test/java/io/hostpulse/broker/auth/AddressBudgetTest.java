package io.hostpulse.broker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressBudgetTest {

    private long now = 1_000_000_000L;

    private final AddressBudget budget = new AddressBudget(0.5, 3, () -> now);

    @Test
    void givesSomeAtOnceAndThenSaysHowLongToWait() throws Exception {
        assertThat(spend("10.0.0.1")).isZero();
        assertThat(spend("10.0.0.1")).isZero();
        assertThat(spend("10.0.0.1")).isZero();
        assertThat(spend("10.0.0.1")).isEqualTo(2);
        now += Duration.ofMillis(1500).toNanos();
        assertThat(spend("10.0.0.1")).isEqualTo(1);
        now += Duration.ofMillis(500).toNanos();
        assertThat(spend("10.0.0.1")).isZero();
    }

    @Test
    void neverSavesUpMoreThanThat() throws Exception {
        now += Duration.ofDays(1).toNanos();
        for (int i = 0; i < 3; i++) {
            assertThat(spend("10.0.0.1")).isZero();
        }
        assertThat(spend("10.0.0.1")).isPositive();
    }

    @Test
    void makesNobodyPayForAnother() throws Exception {
        for (int i = 0; i < 10; i++) {
            spend("10.0.0.1");
        }
        assertThat(spend("10.0.0.2")).isZero();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() throws Exception {
        for (int i = 1; i <= 3; i++) {
            assertThat(spend("2001:db8::" + i)).isZero();
        }
        assertThat(spend("2001:db8::ffff")).isPositive();
        assertThat(spend("2001:db8:0:1::1")).isZero();
    }

    @Test
    void bearsAClockThatIsSetBack() throws Exception {
        spend("10.0.0.1");
        now -= Duration.ofHours(1).toNanos();
        assertThat(spend("10.0.0.1")).isZero();
        assertThat(spend("10.0.0.1")).isZero();
        assertThat(spend("10.0.0.1")).isPositive();
    }

    private int spend(String address) throws Exception {
        return budget.spend(InetAddress.getByName(address));
    }
}
