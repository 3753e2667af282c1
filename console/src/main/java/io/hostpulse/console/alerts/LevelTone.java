package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.text.Cell;
import io.hostpulse.common.text.Tone;

/** What a level looks like. */
final class LevelTone {

    private LevelTone() {}

    static Tone of(AlertLevel level) {
        return switch (level) {
            case CRITICAL -> Tone.BAD;
            case WARNING -> Tone.WARN;
            case INFO -> Tone.PLAIN;
        };
    }

    static Cell cell(AlertLevel level) {
        return new Cell(level.name(), of(level));
    }
}
