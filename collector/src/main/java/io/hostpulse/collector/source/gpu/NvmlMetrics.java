package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import io.hostpulse.common.model.Value;

/**
 * Everything that is asked of a card inside a read. Each question takes microseconds to some milliseconds; the two that take
 * 20 ms are asked by {@link PcieMeter}.
 */
record NvmlMetrics(NvmlDevice device) {

    // nvmlClockType_t, nvmlMemoryErrorType_t, nvmlEccCounterType_t and nvmlTemperatureSensors_t
    private static final int GRAPHICS = 0;
    private static final int SM = 1;
    private static final int MEMORY = 2;
    private static final int CORRECTED = 0;
    private static final int UNCORRECTED = 1;
    private static final int VOLATILE = 0;
    private static final int AGGREGATE = 1;
    private static final int GPU_SENSOR = 0;

    /** sizeof(nvmlTemperature_v1_t) with its version in the highest byte. */
    private static final int TEMPERATURE_VERSION_1 = 12 | 1 << 24;

    void addTo(CardReading.Builder card) throws NvmlException {
        addUtilization(card);
        NvmlMemory memory = NvmlMemory.of(device);
        card.memory(memory.total(), memory.used(), memory.free());
        card.put(CardField.TEMPERATURE, temperature());
        card.put(CardField.FAN_PERCENT, device.unsigned(Units::percent, "nvmlDeviceGetFanSpeed"));
        card.put(CardField.POWER_DRAW, device.unsigned(Units::milliWatts, "nvmlDeviceGetPowerUsage"));
        card.put(CardField.POWER_LIMIT, device.unsigned(Units::milliWatts, "nvmlDeviceGetEnforcedPowerLimit"));
        addClocks(card);
        addErrors(card);
        card.put(CardField.THROTTLE_REASONS, throttleReasons());
    }

    private void addUtilization(CardReading.Builder card) throws NvmlException {
        Memory answer = device.library().scratch();
        int code = device.ask("nvmlDeviceGetUtilizationRates", answer);
        if (code == NvmlLibrary.SUCCESS) {
            card.put(CardField.GPU_USAGE_PERCENT, Units.percent(answer.getInt(0)));
            card.put(CardField.MEMORY_BANDWIDTH_PERCENT, Units.percent(answer.getInt(4)));
        } else {
            Value missing = device.missing(code);
            card.put(CardField.GPU_USAGE_PERCENT, missing).put(CardField.MEMORY_BANDWIDTH_PERCENT, missing);
        }
    }

    /** The older call is marked as deprecated since NVML 13 and may go. */
    private Value temperature() throws NvmlException {
        if (device.library().has("nvmlDeviceGetTemperature")) {
            return device.unsigned(Units::degrees, "nvmlDeviceGetTemperature", GPU_SENSOR);
        }
        Memory answer = device.library().scratch();
        answer.setInt(0, TEMPERATURE_VERSION_1);
        int code = device.ask("nvmlDeviceGetTemperatureV", answer);
        return code == NvmlLibrary.SUCCESS ? Units.degrees(answer.getInt(8)) : device.missing(code);
    }

    private void addClocks(CardReading.Builder card) throws NvmlException {
        card.put(CardField.CLOCK_GRAPHICS, device.unsigned(Units::plain, "nvmlDeviceGetClockInfo", GRAPHICS));
        card.put(CardField.CLOCK_SM, device.unsigned(Units::plain, "nvmlDeviceGetClockInfo", SM));
        card.put(CardField.CLOCK_MEMORY, device.unsigned(Units::plain, "nvmlDeviceGetClockInfo", MEMORY));
        card.put(CardField.CLOCK_GRAPHICS_MAX, device.unsigned(Units::plain, "nvmlDeviceGetMaxClockInfo", GRAPHICS));
        card.put(CardField.CLOCK_SM_MAX, device.unsigned(Units::plain, "nvmlDeviceGetMaxClockInfo", SM));
        card.put(CardField.CLOCK_MEMORY_MAX, device.unsigned(Units::plain, "nvmlDeviceGetMaxClockInfo", MEMORY));
    }

    private void addErrors(CardReading.Builder card) throws NvmlException {
        card.put(CardField.ECC_CORRECTED_VOLATILE, errors(CORRECTED, VOLATILE));
        card.put(CardField.ECC_UNCORRECTED_VOLATILE, errors(UNCORRECTED, VOLATILE));
        card.put(CardField.ECC_CORRECTED_AGGREGATE, errors(CORRECTED, AGGREGATE));
        card.put(CardField.ECC_UNCORRECTED_AGGREGATE, errors(UNCORRECTED, AGGREGATE));
    }

    private Value errors(int type, int counter) throws NvmlException {
        return device.counter(Units::plain, "nvmlDeviceGetTotalEccErrors", type, counter);
    }

    /** Renamed in driver 535; both names have the same bits. */
    private Value throttleReasons() throws NvmlException {
        String newer = "nvmlDeviceGetCurrentClocksEventReasons";
        String older = "nvmlDeviceGetCurrentClocksThrottleReasons";
        return device.counter(ThrottleReasons::of, device.library().has(newer) ? newer : older);
    }
}
