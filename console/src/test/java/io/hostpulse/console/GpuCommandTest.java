package io.hostpulse.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.probe.HardwareProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuCommandTest {

    private static final Fields NONE = Fields.builder()
            .put("available", false)
            .put("count", 0)
            .missing("backend", "no GPU found")
            .put("gpus", List.of())
            .put(
                    "tried",
                    List.of(
                            tried("nvml", "libnvidia-ml.so.1 is not installed"),
                            tried("nvidia-smi", "it is not in PATH"),
                            tried("sysfs", "no card of AMD or Intel")))
            .build();

    @TempDir
    Path root;

    private ConsoleFixture console;

    @BeforeEach
    void wire() throws IOException {
        console = new ConsoleFixture(root);
    }

    @Test
    void saysThatThereIsNoCardAndWhatWasTried() {
        finds(new Reading.Ok(NONE));
        assertThat(console.run("gpu")).isZero();
        assertThat(console.out()).isEqualTo("""
                No GPU found: GPU monitoring is not available on this host

                BACKEND     RESULT
                nvml        libnvidia-ml.so.1 is not installed
                nvidia-smi  it is not in PATH
                sysfs       no card of AMD or Intel
                """);
    }

    @Test
    void tellsAProgramTheSame() {
        finds(new Reading.Ok(NONE));
        assertThat(console.run("gpu", "--json")).isZero();
        assertThat(console.out())
                .startsWith(
                        "{\"available\":false,\"count\":0,\"backend\":null,\"gpus\":[],\"tried\":[{\"backend\":\"nvml\"")
                .endsWith("\"missing\":{\"backend\":\"no GPU found\"}}\n");
    }

    @Test
    void failsWhenTheDriverDoes() {
        finds(new Reading.Failed("the driver of a GPU has not answered within 15 s"));
        assertThat(console.run("gpu")).isEqualTo(1);
        assertThat(console.out()).isEmpty();
        assertThat(console.err()).isEqualTo("hostpulse: the driver of a GPU has not answered within 15 s\n");
    }

    @Test
    void looksAtNothingWithAWrongConfiguration() {
        assertThat(console.run("gpu", "--set", "broker.prot=1")).isEqualTo(2);
        assertThat(console.err()).contains("did you mean 'port'?");
    }

    private void finds(Reading reading) {
        console.probes.add(new HardwareProbe() {
            @Override
            public String kind() {
                return "gpu";
            }

            @Override
            public Supplier<Reading> configure(ConfigNode options) {
                return () -> reading;
            }
        });
    }

    private static Fields tried(String backend, String result) {
        return Fields.builder().put("backend", backend).put("result", result).build();
    }
}
