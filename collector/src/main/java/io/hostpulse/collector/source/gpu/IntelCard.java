package io.hostpulse.collector.source.gpu;

import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the kernel's drivers i915 and xe show (Documentation/ABI/testing/sysfs-driver-intel-i915-hwmon, gpu/xe/xe_gt_freq.rst).
 * How busy a card is they tell through perf only, which needs rights that a collector does not have.
 */
final class IntelCard implements SysfsCard {

    private static final Value NOT_IN_SYSFS =
            new Value.Missing("Intel's drivers tell it through perf only, not through sysfs");
    private static final String[] ENERGY = {"energy1_input", "energy2_input"};

    private final SysfsFolder card;
    private final SysfsFolder device;
    private final EnergyMeter power;

    /** The first energy is taken here, so that the first read already has a power. */
    IntelCard(SysfsFolder card, SysfsFolder device, LongSupplier nanoTime) {
        this.card = card;
        this.device = device;
        this.power = new EnergyMeter(nanoTime);
        if (!PciBus.isAsleep(device.path())) {
            power.watts(energy());
        }
    }

    @Override
    public void addTo(CardReading.Builder reading) {
        reading.put(CardField.GPU_USAGE_PERCENT, NOT_IN_SYSFS);
        reading.put(CardField.MEMORY_BANDWIDTH_PERCENT, NOT_IN_SYSFS);
        SysfsFolder hwmon = Hwmon.of(device);
        reading.put(CardField.TEMPERATURE, hwmon.number(Units::milliDegrees, "temp1_input", "temp2_input"));
        reading.put(CardField.POWER_DRAW, power.watts(energy()));
        reading.put(
                CardField.POWER_LIMIT,
                hwmon.number(Units::microWatts, "power1_max", "power1_cap", "power2_max", "power2_cap"));
        reading.put(CardField.CLOCK_GRAPHICS, clock("act_freq", "rps_act_freq_mhz", "gt_act_freq_mhz"));
        reading.put(CardField.CLOCK_GRAPHICS_MAX, clock("rp0_freq", "rps_RP0_freq_mhz", "gt_RP0_freq_mhz"));
        reading.put(CardField.THROTTLE_REASONS, throttleReasons());
    }

    private Value energy() {
        return Hwmon.of(device).number(Units::plain, ENERGY);
    }

    /** xe, then i915 since Linux 5.19, then any i915. Of several engines of xe the first draws and computes. */
    private Value clock(String xe, String i915, String olderI915) {
        SysfsFolder frequencies = device.in("tile0/gt0/freq0");
        if (frequencies.exists()) {
            return frequencies.number(Units::plain, xe);
        }
        SysfsFolder engine = card.in("gt/gt0");
        return engine.exists() ? engine.number(Units::plain, i915) : card.number(Units::plain, olderI915);
    }

    /** Each reason is a file that holds 0 or 1; "status" says whether there is any. */
    private Value throttleReasons() {
        Optional<List<SysfsFolder>> files = List.of(
                        device.in("tile0/gt0/freq0/throttle").children("reason_*"),
                        card.in("gt/gt0").children("throttle_reason_*"))
                .stream()
                .filter(found -> !found.isEmpty())
                .findFirst();
        if (files.isEmpty()) {
            return new Value.Missing("the driver does not show them");
        }
        List<Value> active = new ArrayList<>();
        for (SysfsFolder file : files.get()) {
            String reason = file.name().replaceFirst("^(throttle_)?reason_", "");
            if (!reason.equals("status") && PciBus.line(file.path()).equals("1")) {
                active.add(new Value.Text(reason));
            }
        }
        return new Value.Sequence(active);
    }
}
