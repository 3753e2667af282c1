package io.hostpulse.console.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

class GpuTextTest {

    private static final String RED = "\u001b[31m";
    private static final String YELLOW = "\u001b[33m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    @Test
    void showsCardsInAlignedColumnsAndWhatIsNotKnownAsADash() {
        assertThat(new GpuText(Style.PLAIN).render(found(busy(84, 96), asleep())))
                .isEqualTo("""
                2 GPUs, GPU monitoring is available: backend nvml, driver 550.54.15

                ID  NAME         STATE    USAGE   MEMORY       OF   TEMP    POWER    LIMIT  FAN     CLOCK  BACKEND  DRIVER
                 0  NVIDIA Fake  active  37.0 %  15.4 GB  16.0 GB  84 °C  187.7 W  300.0 W    -  1000 MHz  nvml     550.54.15
                 1  -            asleep       -        -        -      -        -        -    -         -  nvml     -

                BACKEND  RESULT
                nvml     in use
                """);
    }

    @Test
    void coloursMeanSomething() {
        Style colours = new Style(true);
        assertThat(new GpuText(colours).render(found(busy(84, 99))))
                .contains(GREEN + "active" + PLAIN)
                .contains(YELLOW + "84 °C" + PLAIN)
                .contains(RED + "15.4 GB" + PLAIN);
        assertThat(new GpuText(colours).render(found(busy(60, 20))))
                .contains("60 °C")
                .doesNotContain(YELLOW)
                .doesNotContain(RED);
        assertThat(new GpuText(colours).render(found(lost()))).contains(RED + "lost" + PLAIN);
    }

    @Test
    void aCardsNameCannotSteerTheTerminal() {
        Fields evil = Fields.builder()
                .put("id", 0)
                .put("name", "GPU\u001b[2J")
                .put("driver_version", "1\u001b[2J")
                .build();
        assertThat(new GpuText(Style.PLAIN).render(found(evil)))
                .doesNotContain("\u001b")
                .contains("GPU\\u001b[2J");
    }

    private static Fields found(Fields... cards) {
        return Fields.builder()
                .put("available", true)
                .put("count", cards.length)
                .put("backend", "nvml")
                .put("gpus", List.of(cards))
                .put(
                        "tried",
                        List.of(Fields.builder()
                                .put("backend", "nvml")
                                .put("result", "in use")
                                .build()))
                .build();
    }

    private static Fields busy(double temperature, double memoryPercent) {
        return Fields.builder()
                .put("id", 0)
                .put("name", "NVIDIA Fake")
                .put("driver_version", "550.54.15")
                .put("backend", "nvml")
                .put("state", "active")
                .put("memory_total", 16L << 30)
                .put("memory_used", 15_770L << 20)
                .put("memory_usage_percent", memoryPercent)
                .put("gpu_usage_percent", 37.0)
                .put("temperature", temperature)
                .missing("fan_percent", "Not Supported")
                .put("power_draw", 187.65)
                .put("power_limit", 300.0)
                .put("clock_graphics", 1000)
                .build();
    }

    private static Fields asleep() {
        return Fields.builder()
                .put("id", 1)
                .missing("name", "asleep")
                .put("backend", "nvml")
                .put("state", "asleep")
                .build();
    }

    private static Fields lost() {
        return Fields.builder()
                .put("id", 0)
                .put("state", "lost")
                .missing("temperature", "GPU is lost")
                .build();
    }
}
