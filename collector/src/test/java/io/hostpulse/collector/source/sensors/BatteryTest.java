package io.hostpulse.collector.source.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.system.Groups;
import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatteryTest {

    @TempDir
    Path root;

    @Test
    void tellsEnergyPowerAndForHowLongItLasts() throws Exception {
        CapturedSensors.grow(new SysTree(root));
        Fields battery = read("BAT0").batteries().get(0);
        assertThat(Groups.at(battery, "percentage")).isEqualTo(new Value.Real(78));
        assertThat(Groups.at(battery, "energy_full_design")).isEqualTo(new Value.Real(57));
        assertThat(Groups.at(battery, "power")).isEqualTo(new Value.Real(13));
        assertThat(Groups.at(battery, "time_left_seconds")).isEqualTo(new Value.Whole(3 * 3600));
        assertThat(battery.get("charge_now")).isEmpty();
    }

    @Test
    void countsChargeWhereTheBatteryDoesAndWhenItIsFull() throws Exception {
        CapturedSensors.grow(new SysTree(root));
        Fields battery = read("BAT1").batteries().get(0);
        assertThat(Groups.at(battery, "charge_now")).isEqualTo(new Value.Real(2));
        assertThat(Groups.at(battery, "power")).isEqualTo(new Value.Real(12));
        assertThat(Groups.at(battery, "time_left_seconds")).isEqualTo(new Value.Whole(2 * 3600));
        assertThat(Groups.reason(Groups.at(battery, "cycle_count"))).contains("does not count");
        assertThat(Groups.reason(Groups.at(battery, "health"))).isEqualTo(Battery.NOT_TOLD);
    }

    @Test
    void hasNoTimeLeftWhenNothingFlows() throws Exception {
        supply(Map.of("type", "Battery", "status", "Full", "energy_now", "5", "power_now", "0"));
        assertThat(Groups.reason(time())).isEqualTo("it is neither charged nor discharged");
        supply(Map.of("type", "Battery", "status", "Discharging", "energy_now", "5", "power_now", "0"));
        assertThat(Groups.reason(time())).contains("what flows");
    }

    @Test
    void takesPowerThatIsCountedBackwardsForWhatItIs() throws Exception {
        supply(Map.of("type", "Battery", "status", "Discharging", "energy_now", "2000000", "power_now", "-4000000"));
        assertThat(time()).isEqualTo(new Value.Whole(1800));
    }

    @Test
    void believesNoPercentageAbove100() throws Exception {
        supply(Map.of("type", "UPS", "capacity", "255"));
        assertThat(Groups.reason(Groups.at(read("X").batteries().get(0), "percentage")))
                .contains("255");
    }

    @Test
    void tellsWhetherASupplyFeeds() throws Exception {
        CapturedSensors.grow(new SysTree(root));
        assertThat(Groups.at(read("AC").supplies().get(0), "online")).isEqualTo(new Value.Flag(false));
        supply(Map.of("type", "USB", "online", "2"));
        assertThat(Groups.at(read("X").supplies().get(0), "online")).isEqualTo(new Value.Flag(true));
    }

    @Test
    void listsNoEmptyBay() throws Exception {
        supply(Map.of("type", "Battery", "present", "0"));
        assertThat(read("X")).isEqualTo(Findings.NONE);
    }

    private Value time() throws IOException {
        return Groups.at(read("X").batteries().get(0), "time_left_seconds");
    }

    private Findings read(String supply) {
        return new PowerSupply(root.resolve("devices/virtual/power_supply/" + supply)).read(new Globs(List.of()));
    }

    private void supply(Map<String, String> files) throws IOException {
        Path folder = root.resolve("devices/virtual/power_supply/X");
        for (Map.Entry<String, String> file : files.entrySet()) {
            SysTree.write(folder, file.getKey(), file.getValue());
        }
    }
}
