package io.hostpulse.common.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "memory.percentage, 95.5, 95.5 %",
        "disk.free_bytes, 1610612736, 1.5 GB",
        "memory.available, 512, 512 B",
        "network.bytes_sent_per_sec, 2048, 2 KB/s",
        "gpu.temperature, 81, 81 °C",
        "orders.response_time_ms, 1250.126, 1250.13 ms",
        "processor.frequency, 3600, 3600 MHz",
        "gpu.power, 250.5, 250.5 W",
        "disk.reads_per_sec, 3, 3 /s",
        "system.zombies, 4, 4",
        "queue.length, 1e20, 100000000000000000000.0"
    })
    void valuesHaveTheirUnits(String path, double value, String expected) {
        assertThat(Quantity.of(path, value)).isEqualTo(expected);
    }
}
