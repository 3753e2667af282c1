package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.text.Globs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A laptop and a server in one tree, with the files and values that real ones have, for hosts that have no sensors. */
public final class CapturedSensors {

    private CapturedSensors() {}

    public static Source open(Path root) throws IOException, SourceAbsentException {
        grow(new SysTree(root));
        return SensorsSourceType.open(new LinuxSensors(root, new Globs(List.of())));
    }

    static void grow(SysTree tree) throws IOException {
        tree.chip(
                "hwmon0",
                "nvme",
                "pci0000:00/0000:01:00.0/nvme/nvme0",
                Map.of(
                        "temp1_input",
                        "38850",
                        "temp1_label",
                        "Composite",
                        "temp1_max",
                        "81850",
                        "temp1_min",
                        "-273150",
                        "temp1_crit",
                        "84850",
                        "temp1_alarm",
                        "0",
                        "temp2_input",
                        "65261850",
                        "temp2_label",
                        "Sensor 1"));
        tree.chip(
                "hwmon1",
                "nct6775",
                "platform/nct6775.656",
                Map.of(
                        "fan1_input",
                        "1204",
                        "fan1_min",
                        "0",
                        "fan1_alarm",
                        "1",
                        "in0_input",
                        "872",
                        "in0_min",
                        "0",
                        "in0_max",
                        "1744",
                        "in0_alarm",
                        "0",
                        "in0_label",
                        "Vcore",
                        "temp1_input",
                        "35000",
                        "temp1_fault",
                        "0"));
        tree.chip(
                "hwmon2",
                "ina226",
                "platform/i2c-1/1-0040",
                Map.of(
                        "curr1_input",
                        "-1250",
                        "curr1_max",
                        "3000",
                        "curr1_crit",
                        "4000",
                        "power1_input",
                        "15250000",
                        "power1_cap",
                        "25000000"));
        tree.virtual(
                "thermal",
                "thermal_zone0",
                Map.of(
                        "type",
                        "soc-thermal",
                        "temp",
                        "45200",
                        "trip_point_0_type",
                        "passive",
                        "trip_point_0_temp",
                        "70000",
                        "trip_point_1_type",
                        "critical",
                        "trip_point_1_temp",
                        "95000",
                        "trip_point_2_type",
                        "hot",
                        "trip_point_2_temp",
                        "90000"));
        tree.virtual(
                "power_supply",
                "BAT0",
                Map.ofEntries(
                        Map.entry("type", "Battery"),
                        Map.entry("present", "1"),
                        Map.entry("status", "Discharging"),
                        Map.entry("capacity", "78"),
                        Map.entry("health", "Good"),
                        Map.entry("cycle_count", "143"),
                        Map.entry("energy_now", "39000000"),
                        Map.entry("energy_full", "50000000"),
                        Map.entry("energy_full_design", "57000000"),
                        Map.entry("power_now", "13000000"),
                        Map.entry("voltage_now", "11850000")));
        tree.virtual(
                "power_supply",
                "BAT1",
                Map.ofEntries(
                        Map.entry("type", "Battery"),
                        Map.entry("status", "Charging"),
                        Map.entry("capacity", "50"),
                        Map.entry("charge_now", "2000000"),
                        Map.entry("charge_full", "4000000"),
                        Map.entry("charge_full_design", "4400000"),
                        Map.entry("current_now", "1000000"),
                        Map.entry("voltage_now", "12000000"),
                        Map.entry("cycle_count", "0")));
        tree.virtual("power_supply", "AC", Map.of("type", "Mains", "online", "0"));
    }
}
