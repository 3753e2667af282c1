package io.hostpulse.collector.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.HttpAnswer;
import io.hostpulse.common.net.HttpFailureException;
import io.hostpulse.common.net.HttpRequest;
import io.hostpulse.common.net.HttpTarget;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRedirectsTest {

    private static final Map<String, Secret> HEADERS =
            Map.of("Content-Type", new Secret("application/json"), "X-Key", new Secret("k3y"));

    @Test
    void goesFromHttpsToHttpNever() {
        assertThatThrownBy(() -> next("GET", 302, "http://a.example/"))
                .hasMessage("redirected from https to http, which is not followed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example/", "https://user:pw@a.example/", "https://a.example/a b"})
    void refusesAPlaceThatCannotBeAsked(String place) {
        assertThatThrownBy(() -> next("GET", 302, place))
                .hasMessageStartingWith("redirected to a place that cannot be asked: ");
    }

    @Test
    void repeatsNoPostAtAnotherOrigin() {
        assertThatThrownBy(() -> next("POST", 307, "https://b.example/"))
                .hasMessage("redirected to https://b.example, to which what was posted is not sent");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void repeatsAPostAtTheSameOrigin(int status) throws Exception {
        HttpRequest next = next("POST", status, "/b").orElseThrow();
        assertThat(next.method()).isEqualTo("POST");
        assertThat(next.headers()).isEqualTo(HEADERS);
        assertThat(next.body()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void readsWhatCameOfAPost(int status) throws Exception {
        HttpRequest next = next("POST", status, "/b?c").orElseThrow();
        assertThat(next.method()).isEqualTo("GET");
        assertThat(next.target().resource()).isEqualTo("/b?c");
        assertThat(next.headers()).containsOnlyKeys("X-Key");
        assertThat(next.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,302", "HEAD,303", "HEAD,307"})
    void takesNothingToAnotherOriginAndAsksInTheSameWay(String method, int status) throws Exception {
        HttpRequest next = next(method, status, "https://a.example:8443/").orElseThrow();
        assertThat(next.method()).isEqualTo(method);
        assertThat(next.headers()).isEmpty();
    }

    @Test
    void takesWhatPointsNowhereAsTheAnswer() throws Exception {
        assertThat(next("GET", 200, "/b")).isEmpty();
        assertThat(next("GET", 304, "/b")).isEmpty();
    }

    private static Optional<HttpRequest> next(String method, int status, String place) throws HttpFailureException {
        Optional<byte[]> body =
                method.equals("POST") ? Optional.of("{}".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        HttpRequest asked = new HttpRequest(HttpTarget.parse("https://a.example/a"), method, HEADERS, body);
        return new ReadRedirects().next(asked, new HttpAnswer(status, Map.of("location", place), Optional.empty()));
    }
}
