package io.hostpulse.collector.source.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuOptionsTest {

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        assertThat(GpuOptions.from(section(Config.load(ConfigSources.in(project)))))
                .isEqualTo(GpuOptions.from(section(with())))
                .isEqualTo(Cards.ALL);
    }

    @Test
    void tryTheChosenBackendsBestFirst() {
        assertThat(GpuOptions.from(section(with("backends=sysfs,nvml"))).backends())
                .containsExactly(BackendKind.NVML, BackendKind.SYSFS);
    }

    @Test
    void sayWhatIsMeantByAMisspeltBackend() {
        Config config = with("backends=nvlm");
        GpuOptions.from(section(config));
        assertThatThrownBy(config::finish)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("'nvlm' is not one of auto, nvml, nvidia-smi, sysfs; did you mean 'nvml'?");
    }

    @Test
    void chooseCardsByNumberNameUuidOrAddress() {
        CardReading card = CardReading.of("0000:01:00.0")
                .put(CardField.NAME, "NVIDIA GeForce RTX 4070")
                .put(CardField.UUID, "GPU-aaaa")
                .build(CardState.ACTIVE, "not told");
        assertThat(wants("1", card)).isTrue();
        assertThat(wants("0", card)).isFalse();
        assertThat(wants("*RTX*", card)).isTrue();
        assertThat(wants("GPU-aa*", card)).isTrue();
        assertThat(wants("0000:01:*", card)).isTrue();
        assertThat(wants("Tesla*", card)).isFalse();
    }

    private static boolean wants(String pattern, CardReading card) {
        return GpuOptions.from(section(with("cards=" + pattern))).wants(1, card);
    }

    private static Config with(String... settings) {
        return Config.load(new ConfigSources(
                Optional.empty(),
                List.of(settings).stream().map(each -> "sources.gpu." + each).toList(),
                Map.of(),
                Path.of("/nowhere")));
    }

    private static ConfigNode section(Config config) {
        return config.root().section("sources").section("gpu");
    }
}
