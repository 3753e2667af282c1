package io.hostpulse.common.config;

import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What all sources have in common, whatever they measure. Immutable, except that {@code options} belongs to the reading
 * of the configuration and must not be kept after it.
 *
 * @param stream the stream it writes: its key under {@code sources}
 * @param type the kind of source; its key unless configured otherwise
 * @param enabled whether it runs at all
 * @param interval the time between two samples, 100 ms to 1 d
 * @param deadline how long one reading may take before it counts as failed, 10 ms to 1 h
 * @param options its section, for the keys that only its type knows
 */
public record SourceSettings(
        StreamName stream, String type, boolean enabled, Duration interval, Duration deadline, ConfigNode options) {

    /** The sources that run without being written down; each has the type of the same name. */
    public static final List<String> DEFAULT_NAMES =
            List.of("processor", "memory", "disk", "gpu", "network", "system", "process", "sensors", "pipeline");

    private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(10);
    private static final Duration LONGEST_DEADLINE = Duration.ofHours(1);
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(2);

    /**
     * Lists the sources: the default ones, then what else is written. One with a name that no stream can have is
     * reported and left out.
     *
     * @param sources the section {@code sources}
     * @return the names, also those of sources that are not enabled
     */
    public static List<String> names(ConfigNode sources) {
        Set<String> names = new LinkedHashSet<>(DEFAULT_NAMES);
        names.addAll(sources.keys());
        return names.stream().filter(name -> isUsable(sources, name)).toList();
    }

    /**
     * Asks for the kind of one source, on which its default interval depends.
     *
     * @param name its key under {@code sources}
     * @param node its section
     * @return the type's name; whether there is such a type is the caller's business
     */
    public static String type(String name, ConfigNode node) {
        return node.text("type", name);
    }

    /**
     * Reads the common part of one source.
     *
     * @param name its key under {@code sources}; one of {@link #names}
     * @param node its section
     * @param defaultInterval how often its type is read unless configured otherwise
     * @return its settings; enabled, and with a deadline of 2 s or the interval, whichever is longer, unless configured
     *     otherwise
     * @throws IllegalArgumentException when the name is no stream's name
     */
    public static SourceSettings read(String name, ConfigNode node, Duration defaultInterval) {
        Duration interval = interval(node, defaultInterval);
        Duration deadline = deadline(node, interval);
        boolean enabled = node.flag("enabled", true);
        return new SourceSettings(new StreamName(name), type(name, node), enabled, interval, deadline, node);
    }

    /**
     * Says what to do instead of an expression, for a source whose type is not known and whose keys are not checked.
     *
     * @param node its section
     */
    public static void refuseExpression(ConfigNode node) {
        if (node.keys().contains(Expressions.KEY)) {
            node.problem(Expressions.KEY, Expressions.ADVICE);
        }
    }

    /**
     * Asks for the deadline of one source, for a type whose own time limit must lie within it.
     *
     * @param node its section
     * @param defaultInterval how often its type is read unless configured otherwise
     * @return how long one reading may take
     */
    public static Duration deadlineOf(ConfigNode node, Duration defaultInterval) {
        return deadline(node, interval(node, defaultInterval));
    }

    private static Duration interval(ConfigNode node, Duration defaultInterval) {
        return node.duration("interval", defaultInterval, Duration.ofMillis(100), Duration.ofDays(1));
    }

    private static Duration deadline(ConfigNode node, Duration interval) {
        return node.duration("deadline", usualDeadline(interval), SHORTEST_DEADLINE, LONGEST_DEADLINE);
    }

    private static Duration usualDeadline(Duration interval) {
        Duration longer = interval.compareTo(USUAL_DEADLINE) > 0 ? interval : USUAL_DEADLINE;
        return longer.compareTo(LONGEST_DEADLINE) > 0 ? LONGEST_DEADLINE : longer;
    }

    private static boolean isUsable(ConfigNode sources, String name) {
        if (!StreamName.isValid(name)) {
            sources.problem(
                    name,
                    "not a name for a source: use lower-case letters, digits, '_' or '-', and begin with a letter");
            return false;
        }
        if (name.equals("alerts") || name.startsWith("control-")) {
            sources.problem(name, "the name is reserved for a stream of Hostpulse's own: choose another");
            return false;
        }
        return true;
    }
}
