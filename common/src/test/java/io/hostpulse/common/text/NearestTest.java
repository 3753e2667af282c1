package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"port, port, 0", "prot, port, 1", "prt, port, 1", "ports, port, 1", "pxrt, port, 1", "a, abcdef, 4"})
    void countsSlipsOfTheFinger(String written, String meant, int edits) {
        assertThat(Nearest.edits(written, meant)).isEqualTo(edits);
    }

    @Test
    void suggestsTheNearestKeyForAnUnknownOne() {
        assertThat(Nearest.to("max_client", List.of("host", "max_clients", "min_clients")))
                .contains("max_clients");
    }

    @Test
    void suggestsNothingWhenNothingIsNear() {
        assertThat(Nearest.to("colour", List.of("host", "port"))).isEmpty();
    }

    @Test
    void takesABeginningForTheWhole() {
        assertThat(Nearest.to("mem", List.of("disk", "memory"))).contains("memory");
    }
}
