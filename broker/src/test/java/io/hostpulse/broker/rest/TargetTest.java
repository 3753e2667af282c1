package io.hostpulse.broker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void readsPathAndQuery() {
        Target target = Target.parse("/api/alerts/a%20b?x=1&y=a+b%26c&z");
        assertThat(target.segments()).containsExactly("api", "alerts", "a b");
        assertThat(target.query()).containsExactly(Map.entry("x", "1"), Map.entry("y", "a b&c"), Map.entry("z", ""));
        assertThat(target.authority()).isEmpty();
    }

    @Test
    void readsWholeAddresses() {
        Target target = Target.parse("HTTP://localhost:8765/api?x=1");
        assertThat(target.authority()).contains("localhost:8765");
        assertThat(target.segments()).containsExactly("api");
        assertThat(Target.parse("http://localhost?x=1").segments()).containsExactly("");
    }

    @Test
    void keepsAPlusInAPath() {
        assertThat(Target.parse("/a+b").segments()).containsExactly("a+b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "ftp://x/",
                "/%",
                "/%4",
                "/%g0",
                "/\u00e4",
                "/a/../b",
                "/.",
                "/%2E%2e",
                "/a%2fb",
                "/%0a",
                "/?a=1&a=2"
            })
    void refusesTheRest(String raw) {
        assertThatThrownBy(() -> Target.parse(raw))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }
}
