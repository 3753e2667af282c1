package io.hostpulse.alerter.schedule;

import io.hostpulse.common.config.ConfigNode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Reads the keys {@code days}, {@code hours} and {@code zone} of any section. */
public final class ScheduleSection {

    private static final String UTC = "UTC";

    private ScheduleSection() {}

    /**
     * Asks for a schedule.
     *
     * @param node the section that has the keys
     * @return the schedule; nothing when neither days nor hours are written, or when they are wrong, which is reported
     */
    public static Optional<Schedule> read(ConfigNode node) {
        List<String> days = node.texts("days", List.of());
        List<String> hours = node.texts("hours", List.of());
        boolean right = check(node, "days", days) & check(node, "hours", hours) & check(node, "zone", List.of());
        if (!right || (days.isEmpty() && hours.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(Schedule.parse(days, hours, node.text("zone", UTC)));
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

    private static boolean check(ConfigNode node, String key, List<String> texts) {
        try {
            switch (key) {
                case "days" -> texts.forEach(Days::parse);
                case "hours" -> texts.forEach(Hours::parse);
                default -> Zones.parse(node.text("zone", UTC));
            }
            return true;
        } catch (IllegalArgumentException wrong) {
            node.problem(key, wrong.getMessage());
            return false;
        }
    }
}
