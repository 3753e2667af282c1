package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of /sys/class/power_supply: a battery, or something that feeds one. */
final class PowerSupply {

    private final Path folder;

    PowerSupply(Path folder) {
        this.folder = folder;
    }

    Findings read(Globs excluded) {
        String name = folder.getFileName().toString();
        if (excluded.matches("power_supply/" + name) || isEmptyBay()) {
            return Findings.NONE;
        }
        String type = SysfsFile.textIfAny(folder.resolve("type")).orElse("Unknown");
        return type.equals("Battery") || type.equals("UPS")
                ? Findings.battery(new Battery(folder).fields(name, type))
                : Findings.supply(supply(name, type));
    }

    private boolean isEmptyBay() {
        return SysfsFile.numberIfAny(folder.resolve("present")).equals(Optional.of(0L));
    }

    /** 2 stands for a fixed and 3 for a programmable voltage, and both feed. */
    private Fields supply(String name, String type) {
        Fields.Builder fields = Fields.builder().put("name", name).put("type", type);
        SysfsFile.numberIfAny(folder.resolve("online"))
                .ifPresentOrElse(
                        online -> fields.put("online", online > 0), () -> fields.missing("online", Battery.NOT_TOLD));
        return fields.build();
    }
}
