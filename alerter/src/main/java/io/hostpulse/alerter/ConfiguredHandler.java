package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;
import java.util.Map;

/**
 * A handler whose section was read.
 *
 * @param settings what all handlers have in common
 * @param opener opens it
 * @param problem why the plugin that it needs does not work; empty when all is well. It is opened all the same, and keeps what it has to
 *     send until the plugin is mended
 * @param written everything its section says, by which a change is noticed
 */
record ConfiguredHandler(
        HandlerSettings settings, HandlerType.Opener opener, String problem, Map<String, Object> written) {

    ConfiguredHandler {
        written = Map.copyOf(written);
    }

    String name() {
        return settings.name();
    }

    /** Whether opening the other one would give the same. */
    boolean isLike(ConfiguredHandler other) {
        return settings.equals(other.settings) && written.equals(other.written) && problem.equals(other.problem);
    }
}
