package io.hostpulse.alerter.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatSettingsTest {

    @TempDir
    Path root;

    @Test
    void nobodyIsCalledUnlessItIsWritten() {
        HeartbeatSettings settings = heartbeat("{}");
        assertThat(settings.isWanted()).isFalse();
        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.failingAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.method()).isEqualTo(HeartbeatMethod.GET);
        assertThat(settings.streams()).isEmpty();
        assertThat(settings.failure()).isEmpty();
    }

    @Test
    void everyKeyIsRead() {
        HeartbeatSettings settings =
                heartbeat("{ url: https://h.example/a, fail_url: https://h.example/b, method: post,"
                        + " interval: 30s, streams: [memory], failing_after: 10m, bearer_token: abc, timeout: 3s,"
                        + " connect_timeout: 1s, allow_private: true, follow_redirects: true }");
        assertThat(settings.ping().orElseThrow().resource()).isEqualTo("/a");
        assertThat(settings.failure().orElseThrow().resource()).isEqualTo("/b");
        assertThat(settings.method()).isEqualTo(HeartbeatMethod.POST);
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.streams()).containsExactly("memory");
        assertThat(settings.failingAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.headers()).containsOnlyKeys("Authorization");
        assertThat(settings.http().limits().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.http().connection().allowPrivate()).isTrue();
        assertThat(settings.http().followRedirects()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example/uuid, /uuid/fail",
        "https://h.example/uuid/, /uuid/fail",
        "https://h.example/key/slug?create=1, /key/slug/fail?create=1",
        "https://h.example, /fail",
        "https://h.example/a%20b, /a%20b/fail"
    })
    void knowsWhereHealthchecksIsToldOfFailures(String url, String failure) {
        HeartbeatSettings settings = heartbeat("{ service: healthchecks, url: \"" + url + "\" }");
        assertThat(settings.failure().orElseThrow().resource()).isEqualTo(failure);
    }

    @Test
    void itsUrlIsASecret() {
        assertThat(heartbeat("{ url: https://h.example/uuid-uuid-uuid }").toString())
                .doesNotContain("uuid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ url: 'http://127.0.0.1/' } | url: 127.0.0.1 is a loopback address",
                "{ url: 'https://h.example/', interval: 5s } | interval: ",
                "{ streams: [Not/One] } | streams: 'Not/One' is no stream's name",
                "{ service: healthchecks, fail_url: 'https://h.example/' } | fail_url: is known from 'service' already",
                "{ ulr: 'https://h.example/' } | ulr: unknown key; did you mean 'url'?"
            })
    void saysWhatIsWrong(String section, String problem) {
        assertThat(problems(section)).anySatisfy(line -> assertThat(line).contains("alerts.heartbeat." + problem));
    }

    @Test
    void expectsWhatSourcesShouldWrite() {
        ExpectedStreams expected = read(
                "sources: { disk: { enabled: false }, shop: { type: http }, dice: { type: dice } }",
                root -> ExpectedStreams.of(List.of(), root.section("sources")));
        assertThat(names(expected.always()))
                .containsExactlyInAnyOrder("processor", "memory", "network", "system", "process", "pipeline", "shop");
        assertThat(names(expected.present())).contains("gpu", "sensors", "dice").doesNotContain("disk");
    }

    @Test
    void expectsNothingElseThanWhatIsWritten() {
        ExpectedStreams expected =
                read("{}", root -> ExpectedStreams.of(List.of("memory", "gpu"), root.section("sources")));
        assertThat(names(expected.always())).containsExactlyInAnyOrder("memory", "gpu");
        assertThat(expected.present()).isEmpty();
    }

    private static List<String> names(Iterable<StreamName> streams) {
        List<String> names = new ArrayList<>();
        streams.forEach(stream -> names.add(stream.value()));
        return names;
    }

    private HeartbeatSettings heartbeat(String section) {
        return read("alerts: { heartbeat: " + section + " }", node -> HeartbeatSettings.read(node.section("alerts")));
    }

    private List<String> problems(String section) {
        Config config = load("alerts: { heartbeat: " + section + " }");
        new HeartbeatSection().readFrom(config.root());
        try {
            config.finish();
            return List.of();
        } catch (ConfigException e) {
            return e.getMessage().lines().toList();
        }
    }

    private <T> T read(String yaml, Function<ConfigNode, T> reading) {
        return reading.apply(load(yaml).root());
    }

    private Config load(String yaml) {
        try {
            Path file = Files.writeString(root.resolve("config.yaml"), yaml);
            return Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
