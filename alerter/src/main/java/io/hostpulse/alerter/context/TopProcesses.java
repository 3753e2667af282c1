package io.hostpulse.alerter.context;

import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.text.Units;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Chooses from a record of the stream {@code process} those that used most of what is short. The record lists the top ones by processor and by
 * memory; whoever is in neither list cannot be among the top ones by I/O here.
 */
final class TopProcesses {

    private static final int MOST = 5;

    private static final String READ = "read_bytes_per_sec";
    private static final String WRITTEN = "write_bytes_per_sec";

    private final Collection<Fields> listed;

    TopProcesses(Fields record) {
        Map<Long, Fields> byPid = new LinkedHashMap<>();
        Stream.of("top_cpu", "top_memory")
                .flatMap(list -> list(record, list).stream())
                .forEach(process ->
                        byPid.putIfAbsent((long) number(process, "pid").orElse(0), process));
        this.listed = byPid.values();
    }

    private static List<Fields> list(Fields record, String name) {
        return record.get(name)
                .filter(Value.Sequence.class::isInstance)
                .map(value -> ((Value.Sequence) value)
                        .values().stream()
                                .filter(Fields.class::isInstance)
                                .map(Fields.class::cast)
                                .toList())
                .orElse(List.of());
    }

    /** At most five, most first; none that used nothing, or of which it is not known. */
    List<TopProcess> of(Shortage shortage) {
        return listed.stream()
                .filter(process -> amount(process, shortage) > 0)
                .sorted(Comparator.comparingDouble((Fields process) -> amount(process, shortage))
                        .reversed())
                .limit(MOST)
                .map(process -> new TopProcess(
                        (long) number(process, "pid").orElse(0),
                        text(process, "name"),
                        text(process, "user"),
                        use(process, shortage)))
                .toList();
    }

    private static double amount(Fields process, Shortage shortage) {
        return switch (shortage) {
            case PROCESSOR -> number(process, "cpu_percent").orElse(0);
            case MEMORY -> number(process, "memory").orElse(0);
            case IO ->
                number(process, READ).orElse(0) + number(process, WRITTEN).orElse(0);
        };
    }

    private static String use(Fields process, Shortage shortage) {
        return switch (shortage) {
            case PROCESSOR -> Units.percent(amount(process, shortage)) + " CPU";
            case MEMORY -> Units.bytes((long) amount(process, shortage));
            case IO -> rate(process, READ) + " read, " + rate(process, WRITTEN) + " written";
        };
    }

    private static String rate(Fields process, String name) {
        OptionalDouble rate = number(process, name);
        return rate.isPresent() ? Units.bytes((long) rate.getAsDouble()) + "/s" : "unknown";
    }

    private static OptionalDouble number(Fields process, String name) {
        Value value = process.values().get(name);
        if (value instanceof Value.Whole whole) {
            return OptionalDouble.of(whole.value());
        }
        return value instanceof Value.Real real ? OptionalDouble.of(real.value()) : OptionalDouble.empty();
    }

    // It may have ended while it was read.
    private static String text(Fields process, String name) {
        return process.values().get(name) instanceof Value.Text text ? text.value() : "?";
    }
}
