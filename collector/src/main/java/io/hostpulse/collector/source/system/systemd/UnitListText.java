package io.hostpulse.collector.source.system.systemd;

import java.util.List;

/** What {@code systemctl list-units --plain --no-legend} prints: a line for each unit, which begins with its name. */
final class UnitListText {

    private UnitListText() {}

    static List<String> names(String output) {
        return output.lines()
                .map(UnitListText::withoutMark)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+", 2)[0])
                .toList();
    }

    /** Before version 246 a failed unit has a mark in front in spite of {@code --plain}. */
    private static String withoutMark(String line) {
        String unit = line.strip();
        return unit.startsWith("●") || unit.startsWith("* ") ? unit.substring(1).strip() : unit;
    }
}
