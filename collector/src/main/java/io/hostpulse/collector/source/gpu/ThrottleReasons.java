package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;

/** The bits of nvmlDeviceGetCurrentClocksEventReasons as the words that nvidia-smi has for them. */
final class ThrottleReasons {

    /** In the order of their bits, from the lowest. */
    private static final List<String> WORDS = List.of(
            "gpu_idle",
            "applications_clocks_setting",
            "sw_power_cap",
            "hw_slowdown",
            "sync_boost",
            "sw_thermal_slowdown",
            "hw_thermal_slowdown",
            "hw_power_brake_slowdown",
            "display_clocks_setting");

    private ThrottleReasons() {}

    static Value of(long bits) {
        List<Value> words = new ArrayList<>();
        for (int bit = 0; bit < Long.SIZE; bit++) {
            if ((bits >>> bit & 1) != 0) {
                words.add(new Value.Text(bit < WORDS.size() ? WORDS.get(bit) : "bit_" + bit));
            }
        }
        return new Value.Sequence(words);
    }
}
