package io.hostpulse.collector.source.system.systemd;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What {@code systemctl list-units --plain --no-legend} prints: a line for each unit, which begins with its name. Warnings may
 * stand between them, and before version 246 a failed unit has a mark in front in spite of {@code --plain}.
 */
final class UnitListText {

    /** A name and its kind (man 5 systemd.unit), followed by whether the unit is loaded. */
    private static final Pattern UNIT = Pattern.compile(
            "(?m)^(?:[●*] )?[ ]*(\\S+\\.(?:service|socket|device|mount|automount|swap|target|path|timer|slice|scope))\\s+\\S+");

    private UnitListText() {}

    static List<String> names(String output) {
        return UNIT.matcher(output)
                .results()
                .map((MatchResult unit) -> unit.group(1))
                .toList();
    }
}
