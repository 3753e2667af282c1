package io.hostpulse.collector.source.system.systemd;

import io.hostpulse.collector.source.measure.FieldGroup;
import io.hostpulse.collector.source.measure.MissingField;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The fields {@code systemd} of the source {@code system}. The units are asked for between readings, and seldom. */
public final class SystemdFields implements FieldGroup {

    private static final String NAME = "systemd";

    /** A program is started for it, which takes it some milliseconds of processor time. */
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** More names help nobody, and a snapshot must stay small. The count is of all. */
    private static final int NAMES = 50;

    private final FailedUnits units;
    private final LongSupplier nanoTime;
    private Value latest = new Value.Missing("asked for only after the first reading");
    private boolean asked;
    private long askedAt;

    SystemdFields(FailedUnits units, LongSupplier nanoTime) {
        this.units = units;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks whether systemd runs this host: only then is there {@code /run/systemd/system} (man 3 sd_booted).
     *
     * @param run the folder /run
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @return the group, or a field that says that there is no systemd
     */
    public static FieldGroup open(Path run, LongSupplier nanoTime) {
        Path folder = run.resolve("systemd/system");
        return Files.isDirectory(folder)
                ? new SystemdFields(new Systemctl(Systemctl.COMMAND, LIMIT), nanoTime)
                : new MissingField(NAME, "systemd does not run this host: there is no " + folder);
    }

    @Override
    public void addTo(Fields.Builder fields) {
        fields.put(NAME, latest);
    }

    @Override
    public void prepareNext() {
        long now = nanoTime.getAsLong();
        if (!asked || now - askedAt >= INTERVAL.toNanos()) {
            asked = true;
            askedAt = now;
            latest = fresh();
        }
    }

    private Value fresh() {
        try {
            return fields(units.ask());
        } catch (IOException e) {
            return new Value.Missing("failed units are not known: " + e.getMessage());
        }
    }

    private static Fields fields(List<String> failed) {
        List<Value.Text> names =
                failed.stream().limit(NAMES).map(Value.Text::new).toList();
        return Fields.builder()
                .put("failed_count", failed.size())
                .put("failed_units", names)
                .build();
    }
}
