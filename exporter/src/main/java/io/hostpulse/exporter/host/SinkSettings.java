package io.hostpulse.exporter.host;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.List;

/**
 * What all sinks have in common. Immutable.
 *
 * @param name its key under {@code exporter.sinks}
 * @param type the kind of sink; its key unless configured otherwise
 * @param enabled whether it writes at all
 * @param streams which streams it writes
 * @param start where it begins when it is new
 * @param limits how large a batch may become
 */
public record SinkSettings(
        String name, String type, boolean enabled, StreamFilter streams, Start start, BatchLimits limits) {

    /**
     * Asks for the kind of one sink.
     *
     * @param name its key
     * @param node its section
     * @return the type's name; whether there is such a type is the caller's business
     */
    public static String type(String name, ConfigNode node) {
        return node.text("type", name);
    }

    /**
     * Reads the common part of one sink.
     *
     * @param name its key
     * @param node its section; problems are reported through it
     * @param streams the globs of streams that its kind writes unless configured otherwise
     * @return its settings
     */
    public static SinkSettings read(String name, ConfigNode node, List<String> streams) {
        return new SinkSettings(
                name,
                type(name, node),
                node.flag("enabled", true),
                StreamFilter.read(node, streams),
                Start.read(node),
                BatchLimits.read(node));
    }

    /** How long to wait when there is nothing to read: not longer than a batch may take. */
    Duration pause() {
        Duration usual = Duration.ofMillis(500);
        return limits.delay().compareTo(usual) < 0 ? limits.delay() : usual;
    }
}
