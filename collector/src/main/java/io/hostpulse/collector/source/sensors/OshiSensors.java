package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.Globs;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.PowerSource;
import oshi.hardware.Sensors;

/** What OSHI knows: the processor's temperature and voltage, fans and batteries. It says 0 for what is not there. */
final class OshiSensors implements SensorHardware {

    private static final String CHIP = "oshi";
    private static final String SENSORS = "sensors";
    private static final String POWER = "power";

    private final HardwareAbstractionLayer hardware;
    private final Globs excluded;

    OshiSensors(HardwareAbstractionLayer hardware, Globs excluded) {
        this.hardware = hardware;
        this.excluded = excluded;
    }

    /** The system is asked, for OSHI keeps no list; it answers within some milliseconds. */
    @Override
    public List<String> list() {
        List<String> names = new ArrayList<>();
        if (!sensors().sensors().isEmpty()) {
            names.add(SENSORS);
        }
        if (!power().batteries().isEmpty()) {
            names.add(POWER);
        }
        return names;
    }

    @Override
    public Findings read(String name) {
        return name.equals(SENSORS) ? sensors() : power();
    }

    private Findings sensors() {
        Sensors sensors = hardware.getSensors();
        List<SensorReading> readings = new ArrayList<>();
        add(readings, SensorKind.TEMPERATURE, "cpu", sensors.getCpuTemperature());
        add(readings, SensorKind.VOLTAGE, "cpu", sensors.getCpuVoltage());
        int number = 1;
        for (int speed : sensors.getFanSpeeds()) {
            add(readings, SensorKind.FAN, "fan" + number++, speed);
        }
        return Findings.sensors(readings);
    }

    private void add(List<SensorReading> readings, SensorKind kind, String label, double number) {
        SensorReading.Place place = new SensorReading.Place(CHIP, CHIP, label);
        if (number > 0 && !excluded.matches(place.path())) {
            readings.add(new SensorReading(kind, place, kind.believed(number), Map.of(), Map.of()));
        }
    }

    private Findings power() {
        List<Fields> batteries = hardware.getPowerSources().stream()
                .filter(source -> source.getMaxCapacity() > 0)
                .filter(source -> !excluded.matches("power_supply/" + source.getName()))
                .map(OshiSensors::battery)
                .toList();
        return new Findings(List.of(), batteries, List.of());
    }

    private static Fields battery(PowerSource source) {
        double share = source.getRemainingCapacityPercent() * 100;
        return Fields.builder()
                .put("name", source.getName())
                .put("type", "Battery")
                .put("status", status(source))
                .put("percentage", share >= 0 && share <= 100 ? share : Double.NaN)
                .put("cycle_count", cycles(source))
                .put("voltage", SensorKind.VOLTAGE.believed(source.getVoltage()))
                .put("power", SensorKind.POWER.believed(Math.abs(source.getPowerUsageRate()) / 1000))
                .put("time_left_seconds", timeLeft(source))
                .build();
    }

    private static String status(PowerSource source) {
        if (source.isCharging()) {
            return "Charging";
        }
        return source.isDischarging() ? "Discharging" : "Not charging";
    }

    private static Value cycles(PowerSource source) {
        return source.getCycleCount() > 0
                ? new Value.Whole(source.getCycleCount())
                : new Value.Missing("the battery does not count its cycles");
    }

    private static Value timeLeft(PowerSource source) {
        double seconds = source.getTimeRemainingEstimated();
        return seconds > 0
                ? new Value.Whole(Math.round(seconds))
                : new Value.Missing("the system does not estimate it now");
    }

    @Override
    public String places() {
        return "what this system tells the OSHI library";
    }
}
