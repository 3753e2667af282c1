package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel's driver amdgpu shows (Documentation/gpu/amdgpu/thermal.rst and driver-misc.rst).
 *
 * @param device the folder of the PCI device
 */
record AmdCard(SysfsFolder device) implements SysfsCard {

    /** "1: 2305Mhz *"; the star is at the clock that is set now. */
    private static final Pattern CLOCK = Pattern.compile("\\d+: (\\d+)Mhz( \\*)?", Pattern.CASE_INSENSITIVE);

    /** "ue: 0" and "ce: 0": errors that could not be corrected, and that could. */
    private static final Pattern ERRORS = Pattern.compile("(ue|ce):\\s*(\\d+)");

    private static final int FULL_DUTY = 255;

    @Override
    public void addTo(CardReading.Builder card) {
        card.put(CardField.GPU_USAGE_PERCENT, device.number(Units::percent, "gpu_busy_percent"));
        card.put(CardField.MEMORY_BANDWIDTH_PERCENT, device.number(Units::percent, "mem_busy_percent"));
        Value total = device.number(Units::plain, "mem_info_vram_total");
        Value used = device.number(Units::plain, "mem_info_vram_used");
        card.memory(total, used, difference(total, used));
        addSensors(card, Hwmon.of(device));
        addClocks(card, "pp_dpm_sclk", CardField.CLOCK_GRAPHICS, CardField.CLOCK_GRAPHICS_MAX);
        addClocks(card, "pp_dpm_mclk", CardField.CLOCK_MEMORY, CardField.CLOCK_MEMORY_MAX);
        card.put(CardField.ECC_CORRECTED_VOLATILE, errors("ce"));
        card.put(CardField.ECC_UNCORRECTED_VOLATILE, errors("ue"));
    }

    private static Value difference(Value total, Value used) {
        return total instanceof Value.Whole all && used instanceof Value.Whole part
                ? new Value.Whole(all.value() - part.value())
                : total instanceof Value.Missing ? total : used;
    }

    private static void addSensors(CardReading.Builder card, SysfsFolder hwmon) {
        card.put(CardField.TEMPERATURE, hwmon.number(Units::milliDegrees, "temp1_input", "temp2_input"));
        card.put(CardField.FAN_PERCENT, hwmon.number(AmdCard::duty, "pwm1"));
        card.put(CardField.POWER_DRAW, hwmon.number(Units::microWatts, "power1_average", "power1_input"));
        card.put(CardField.POWER_LIMIT, hwmon.number(Units::microWatts, "power1_cap"));
    }

    private static Value duty(long pwm) {
        return Units.percent(Math.round(100.0 * pwm / FULL_DUTY));
    }

    private void addClocks(CardReading.Builder card, String file, CardField now, CardField most) {
        Value current = new Value.Missing(file + " marks no clock as the present one");
        Value highest = new Value.Missing(file + " lists no clock");
        try {
            for (String line : device.lines(file)) {
                Matcher clock = CLOCK.matcher(line.strip());
                if (clock.matches()) {
                    highest = new Value.Whole(Long.parseLong(clock.group(1)));
                    current = clock.group(2) == null ? current : highest;
                }
            }
        } catch (IOException e) {
            current = new Value.Missing("there is no file " + file);
            highest = current;
        }
        card.put(now, current).put(most, highest);
    }

    private Value errors(String kind) {
        try {
            List<String> lines = device.lines("ras/umc_err_count");
            for (String line : lines) {
                Matcher errors = ERRORS.matcher(line.strip().toLowerCase(Locale.ROOT));
                if (errors.matches() && errors.group(1).equals(kind)) {
                    return new Value.Whole(Long.parseLong(errors.group(2)));
                }
            }
            return new Value.Missing("ras/umc_err_count does not tell them");
        } catch (IOException e) {
            return new Value.Missing("the card does not count them: there is no file ras/umc_err_count");
        }
    }
}
