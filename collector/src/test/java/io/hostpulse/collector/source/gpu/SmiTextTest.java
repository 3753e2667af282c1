package io.hostpulse.collector.source.gpu;

import static io.hostpulse.collector.source.gpu.Cards.elements;
import static io.hostpulse.collector.source.gpu.Cards.missing;
import static io.hostpulse.collector.source.gpu.Cards.real;
import static io.hostpulse.collector.source.gpu.Cards.text;
import static io.hostpulse.collector.source.gpu.Cards.value;
import static io.hostpulse.collector.source.gpu.Cards.whole;
import static io.hostpulse.collector.source.gpu.Cards.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmiTextTest {

    private static final long MB = 1 << 20;

    @Test
    void readsVersion11AsDriver515WroteIt() throws Exception {
        CardReading card = cards("driver-515-v11.xml").get(0);

        assertThat(card.key()).isEqualTo("0000:3b:00.0");
        assertThat(value(card, CardField.NAME)).isEqualTo(text("Tesla T4"));
        assertThat(value(card, CardField.DRIVER_VERSION)).isEqualTo(text("515.86.01"));
        assertThat(value(card, CardField.MEMORY_TOTAL)).isEqualTo(whole(15360 * MB));
        assertThat(value(card, CardField.MEMORY_USAGE_PERCENT)).isEqualTo(real(48.96));
        assertThat(value(card, CardField.GPU_USAGE_PERCENT)).isEqualTo(real(98));
        assertThat(value(card, CardField.MEMORY_BANDWIDTH_PERCENT)).isEqualTo(real(61));
        assertThat(value(card, CardField.TEMPERATURE)).isEqualTo(real(84));
        assertThat(value(card, CardField.FAN_PERCENT)).isEqualTo(missing("nvidia-smi says N/A"));
        assertThat(value(card, CardField.POWER_DRAW)).isEqualTo(real(69.42));
        assertThat(value(card, CardField.POWER_LIMIT)).isEqualTo(real(70));
        assertThat(value(card, CardField.CLOCK_MEMORY)).isEqualTo(whole(5000));
        assertThat(value(card, CardField.CLOCK_MEMORY_MAX)).isEqualTo(whole(5001));
        assertThat(value(card, CardField.PCIE_RX_BYTES_PER_SEC)).isEqualTo(whole(12000 * 1024));
        assertThat(value(card, CardField.ECC_CORRECTED_VOLATILE)).isEqualTo(whole(3));
        assertThat(value(card, CardField.ECC_UNCORRECTED_AGGREGATE)).isEqualTo(whole(3));
        assertThat(value(card, CardField.THROTTLE_REASONS))
                .isEqualTo(words("sw_power_cap", "hw_slowdown", "hw_thermal_slowdown"));
        assertThat(value(card, CardField.MIG_MODE)).isEqualTo(missing("nvidia-smi says N/A"));
        assertThat(elements(value(card, CardField.PROCESSES)))
                .containsExactly(Fields.builder()
                        .put("pid", 31337)
                        .put("name", "/opt/venv/bin/python3")
                        .put("memory", 7519 * MB)
                        .build());
    }

    @Test
    void readsVersion13AsDriver580WritesIt() throws Exception {
        List<CardReading> cards = cards("driver-580-v13.xml");
        assertThat(cards).extracting(CardReading::key).containsExactly("0000:01:00.0", "0000:c1:00.0");
        CardReading desktop = cards.get(0);

        assertThat(value(desktop, CardField.POWER_DRAW)).as("the instant one").isEqualTo(real(9.91));
        assertThat(value(desktop, CardField.POWER_LIMIT)).isEqualTo(real(200));
        assertThat(value(desktop, CardField.FAN_PERCENT)).isEqualTo(real(30));
        assertThat(value(desktop, CardField.THROTTLE_REASONS)).isEqualTo(words("gpu_idle"));
        assertThat(value(desktop, CardField.ECC_UNCORRECTED_VOLATILE)).isEqualTo(missing("nvidia-smi says N/A"));
        List<Fields> programs = elements(value(desktop, CardField.PROCESSES));
        assertThat(programs.get(1).get("name")).contains(missing("nvidia-smi says [Insufficient Permissions]"));
        assertThat(programs.get(1).get("memory")).contains(missing("nvidia-smi says N/A"));
    }

    @Test
    void readsTheInstancesOfADividedCard() throws Exception {
        CardReading card = cards("driver-580-v13.xml").get(1);

        assertThat(value(card, CardField.GPU_USAGE_PERCENT)).isEqualTo(missing("nvidia-smi says N/A"));
        assertThat(value(card, CardField.MIG_MODE)).isEqualTo(text("enabled"));
        List<Fields> instances = elements(value(card, CardField.MIG_INSTANCES));
        assertThat(instances).hasSize(2);
        assertThat(instances.get(1).get("gpu_instance")).contains(whole(5));
        assertThat(instances.get(1).get("memory_total")).contains(whole(9856 * MB));
        assertThat(value(card, CardField.ECC_UNCORRECTED_VOLATILE)).isEqualTo(whole(7));
        assertThat(value(card, CardField.ECC_CORRECTED_AGGREGATE)).isEqualTo(missing("nvidia-smi does not write it"));
        assertThat(elements(value(card, CardField.PROCESSES))).isEmpty();
    }

    @Test
    void readsNoFileThatTheDocumentNames() {
        String document = """
                <?xml version="1.0"?>
                <!DOCTYPE nvidia_smi_log [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <nvidia_smi_log><driver_version>&secret;</driver_version></nvidia_smi_log>
                """;
        assertThatThrownBy(() -> parse(document))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void doesNotExpandEntitiesOfTheDocument() {
        String document = """
                <!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <a>&c;&c;&c;</a>
                """;
        assertThatThrownBy(() -> parse(document)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNotItsXml() {
        assertThatThrownBy(() -> parse("NVIDIA-SMI has failed"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("nvidia-smi wrote something that is not its XML: ");
        assertThatThrownBy(() -> parse("<nvidia_smi_log><gpu>")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> parse("<a>".repeat(100) + "</a>".repeat(100)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nested more than 32 deep");
        assertThatThrownBy(() -> parse("")).isInstanceOf(IOException.class);
    }

    private static SmiElement parse(String document) throws IOException {
        return SmiXml.parse(document.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CardReading> cards(String fixture) throws IOException {
        try (InputStream document = SmiTextTest.class.getResourceAsStream("/nvidia-smi/" + fixture)) {
            return new SmiText(SmiXml.parse(document.readAllBytes())).cards(true);
        }
    }
}
