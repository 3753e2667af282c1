package io.hostpulse.alerter.schedule;

import io.hostpulse.common.text.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Zones by their names. */
final class Zones {

    private Zones() {}

    static ZoneId parse(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no time zone: write UTC or a name like Europe/Paris"
                            + Nearest.hint(name, ZoneId.getAvailableZoneIds()),
                    unknown);
        }
    }
}
