package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.measure.Rounding;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A battery in /sys/class/power_supply (Documentation/ABI/testing/sysfs-class-power). It counts either energy or charge; numbers
 * are in millionths.
 */
final class Battery {

    static final String NOT_TOLD = "the driver does not tell it";

    private static final double MICRO = 1e6;

    private final Path folder;

    Battery(Path folder) {
        this.folder = folder;
    }

    Fields fields(String name, String type) {
        String status = SysfsFile.textIfAny(folder.resolve("status")).orElse("Unknown");
        Fields.Builder fields =
                Fields.builder().put("name", name).put("type", type).put("status", status);
        fields.put("percentage", percentage());
        fields.put("health", text("health"));
        fields.put("cycle_count", cycles());
        addStore(fields, "energy");
        addStore(fields, "charge");
        fields.put("voltage", value(SensorKind.VOLTAGE, amount("voltage_now")));
        fields.put("power", value(SensorKind.POWER, power()));
        fields.put("time_left_seconds", timeLeft(status));
        return fields.build();
    }

    private Value text(String file) {
        return SysfsFile.textIfAny(folder.resolve(file))
                .<Value>map(Value.Text::new)
                .orElse(new Value.Missing(NOT_TOLD));
    }

    private Value percentage() {
        Optional<Long> capacity = SysfsFile.numberIfAny(folder.resolve("capacity"));
        if (capacity.isEmpty()) {
            return new Value.Missing(NOT_TOLD);
        }
        return capacity.get() >= 0 && capacity.get() <= 100
                ? new Value.Real(capacity.get())
                : new Value.Missing("reported as " + capacity.get() + " %, which is not believed");
    }

    /** Firmware that does not count says 0, or -1. */
    private Value cycles() {
        return SysfsFile.numberIfAny(folder.resolve("cycle_count"))
                .filter(count -> count > 0)
                .<Value>map(Value.Whole::new)
                .orElse(new Value.Missing("the battery does not count its cycles"));
    }

    private void addStore(Fields.Builder fields, String store) {
        for (String state : new String[] {"now", "full", "full_design"}) {
            amount(store + "_" + state)
                    .ifPresent(amount -> fields.put(store + "_" + state, Rounding.twoDecimals(amount)));
        }
    }

    /** Some drivers count down into the negative while discharging. */
    private Optional<Double> power() {
        Optional<Double> power = amount("power_now");
        if (power.isPresent()) {
            return power.map(Math::abs);
        }
        return amount("current_now").flatMap(amperes -> amount("voltage_now").map(volts -> Math.abs(amperes * volts)));
    }

    private static Value value(SensorKind kind, Optional<Double> amount) {
        return amount.map(kind::believed).orElse(new Value.Missing(NOT_TOLD));
    }

    private Value timeLeft(String status) {
        return switch (status) {
            case "Discharging" -> timeLeft(store("now"));
            case "Charging" ->
                timeLeft(store("full").flatMap(full -> store("now").map(now -> Math.max(0, full - now))));
            default -> new Value.Missing("it is neither charged nor discharged");
        };
    }

    private Value timeLeft(Optional<Double> left) {
        Optional<Double> flow = hasEnergy() ? power() : amount("current_now").map(Math::abs);
        return left.isPresent() && flow.isPresent() && flow.get() > 0
                ? new Value.Whole(Math.round(left.get() / flow.get() * 3600))
                : new Value.Missing("the driver does not tell what flows, or how much is left");
    }

    private Optional<Double> store(String state) {
        return amount((hasEnergy() ? "energy_" : "charge_") + state);
    }

    private boolean hasEnergy() {
        return amount("energy_now").isPresent();
    }

    private Optional<Double> amount(String file) {
        return SysfsFile.numberIfAny(folder.resolve(file)).map(number -> number / MICRO);
    }
}
