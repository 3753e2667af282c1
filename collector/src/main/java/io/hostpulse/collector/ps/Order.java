package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.common.text.Nearest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What comes first. What is not known comes last. */
enum Order {
    CPU(largest(row -> number(row.cpuPercent()))),
    MEMORY(largest(ProcessRow::memory)),
    IO(largest(row -> number(row.readRate()) + number(row.writeRate()))),
    PID(Comparator.comparingInt(ProcessRow::pid));

    private final Comparator<ProcessRow> comparator;

    Order(Comparator<ProcessRow> comparator) {
        this.comparator = comparator;
    }

    private interface Number {
        double of(ProcessRow row);
    }

    private static Comparator<ProcessRow> largest(Number number) {
        return Comparator.comparingDouble(number::of).reversed();
    }

    private static double number(Value value) {
        return value instanceof Value.Real known ? known.value() : -1;
    }

    static Order named(String word) {
        List<String> words = Arrays.stream(values())
                .map(order -> order.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(word)) {
            throw ProcessFailure.usage(
                    "--sort: '" + word + "' is not one of " + String.join(", ", words) + Nearest.hint(word, words));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    List<ProcessRow> sorted(List<ProcessRow> rows) {
        return rows.stream()
                .sorted(comparator.thenComparingInt(ProcessRow::pid))
                .toList();
    }
}
