package io.hostpulse.alerter.schedule;

import io.hostpulse.common.config.ConfigNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the keys {@code days}, {@code hours} and {@code zone} of any section. */
public final class ScheduleSection {

    private static final String UTC = "UTC";

    private ScheduleSection() {}

    /**
     * Asks for a schedule.
     *
     * @param node the section that has the keys; times are of UTC when no zone is written
     * @return the schedule; nothing when neither days nor hours are written, or when they are wrong, which is reported
     */
    public static Optional<Schedule> read(ConfigNode node) {
        return read(node, UTC);
    }

    /**
     * Asks for a schedule.
     *
     * @param node the section that has the keys
     * @param usualZone the zone's name when none is written
     * @return the schedule; nothing when neither days nor hours are written, or when they are wrong, which is reported
     */
    public static Optional<Schedule> read(ConfigNode node, String usualZone) {
        List<String> days = node.texts("days", List.of());
        List<String> hours = node.texts("hours", List.of());
        boolean right = check(node, "days", days, Days::parse)
                & check(node, "hours", hours, Hours::parse)
                & check(node, "zone", List.of(node.text("zone", usualZone)), Zones::parse);
        if (!right || (days.isEmpty() && hours.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Schedule.parse(days, hours, node.text("zone", usualZone)));
    }

    /**
     * Asks for the zone alone.
     *
     * @param node the section that has the key
     * @return the zone; UTC when none is written, or when it is wrong, which {@link #read} reports
     */
    public static ZoneId zone(ConfigNode node) {
        try {
            return Zones.parse(node.text("zone", UTC));
        } catch (IllegalArgumentException reported) {
            return ZoneOffset.UTC;
        }
    }

    private static boolean check(ConfigNode node, String key, List<String> texts, Consumer<String> parser) {
        try {
            texts.forEach(parser);
            return true;
        } catch (IllegalArgumentException wrong) {
            node.problem(key, wrong.getMessage());
            return false;
        }
    }
}
