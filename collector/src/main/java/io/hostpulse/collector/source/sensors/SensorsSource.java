package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.patience.Answer;
import io.hostpulse.collector.source.patience.PatientAsker;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks all chips, zones and supplies, and sorts what they say by what was measured. */
final class SensorsSource implements Source {

    private final SensorHardware hardware;
    private final PatientAsker<Findings> asker;
    private final Map<String, Findings> previous = new HashMap<>();

    private SensorsSource(SensorHardware hardware, PatientAsker<Findings> asker) {
        this.hardware = hardware;
        this.asker = asker;
    }

    static SensorsSource open(SensorHardware hardware, PatientAsker<Findings> asker) throws SourceAbsentException {
        if (hardware.list().isEmpty()) {
            throw new SourceAbsentException(nothing(hardware));
        }
        return new SensorsSource(hardware, asker);
    }

    private static String nothing(SensorHardware hardware) {
        return "this host shows no sensor, thermal zone or power supply (looked in " + hardware.places() + ")";
    }

    @Override
    public Reading read() throws IOException {
        List<String> names = hardware.list();
        if (names.isEmpty()) {
            return new Reading.Unavailable(nothing(hardware));
        }
        previous.keySet().retainAll(names);
        Report report = new Report();
        Map<String, Answer<Findings>> answers = asker.ask(names);
        answers.forEach((name, answer) -> add(report, name, answer));
        return new Reading.Ok(report.fields());
    }

    private void add(Report report, String name, Answer<Findings> answer) {
        if (answer instanceof Answer.Known<Findings> known) {
            previous.put(name, known.value());
            report.add(known.value());
        } else if (answer instanceof Answer.Unknown<Findings> unknown) {
            report.addSilent(name, previous.getOrDefault(name, Findings.NONE), unknown.reason());
        }
    }

    @Override
    public void close() {
        asker.close();
    }

    /** The lists of one reading. */
    private static final class Report {

        private final List<SensorReading> sensors = new ArrayList<>();
        private final List<Fields> batteries = new ArrayList<>();
        private final List<Fields> supplies = new ArrayList<>();
        private final List<Fields> silent = new ArrayList<>();

        void add(Findings findings) {
            sensors.addAll(findings.sensors());
            batteries.addAll(findings.batteries());
            supplies.addAll(findings.supplies());
        }

        /** What is known from before stays listed, without values; batteries are only named among the silent. */
        void addSilent(String name, Findings before, String reason) {
            before.sensors().forEach(sensor -> sensors.add(sensor.unknown(reason)));
            silent.add(Fields.builder().put("path", name).put("reason", reason).build());
        }

        Fields fields() {
            Fields.Builder fields = Fields.builder();
            fields.put("temperature_max", Hottest.of(sensors));
            for (SensorKind kind : SensorKind.values()) {
                fields.put(
                        kind.list(),
                        sensors.stream()
                                .filter(sensor -> sensor.kind() == kind)
                                .map(SensorReading::fields)
                                .toList());
            }
            return fields.put("batteries", batteries)
                    .put("supplies", supplies)
                    .put("silent", silent)
                    .build();
        }
    }
}
