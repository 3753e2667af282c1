package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 426})
    void anotherAttemptWouldBeRefusedAsWell(int status) {
        assertThat(Ending.refused(status).isFinal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 408, 425, 429, 500, 502, 503})
    void anotherAttemptMayBeTaken(int status) {
        assertThat(Ending.refused(status).isFinal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1006, 1008, 1011, 1013, 4000})
    void everyCloseCodeIsWorthAnotherAttempt(int code) {
        assertThat(Ending.closed(code, "3127").isFinal()).isFalse();
        assertThat(Ending.closed(code, "3127").comeBack()).isEmpty();
    }

    @Test
    void readsWhenTheServerWantsItBack() {
        assertThat(Ending.closed(1001, "reconnect_in_ms=3127").comeBack()).contains(Duration.ofMillis(3127));
        assertThat(Ending.closed(1001, "soon").comeBack()).isEmpty();
    }
}
