package io.hostpulse.collector.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

    @ParameterizedTest
    @CsvSource({
        "veth*, veth12ab, true",
        "veth*, eth0, false",
        "eth?, eth0, true",
        "eth?, eth10, false",
        "*, anything, true",
        "/snap/*, /snap/core/17, true",
        "*/cache, /var/lib/cache, true",
        "*a*b*, xxaxxbxx, true",
        "*a*b, xxaxxbxx, false",
        "eth0, eth0, true",
        "eth0, eth, false"
    })
    void matchesWholeNames(String pattern, String name, boolean expected) {
        assertThat(new Globs(List.of(pattern)).matches(name)).isEqualTo(expected);
    }

    @Test
    void matchesNothingWithoutPatterns() {
        assertThat(new Globs(List.of()).matches("eth0")).isFalse();
    }
}
