package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.plugin.MissingHandler;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code notifications}: what all handlers have in common, and each kind's own options. */
public final class NotificationsSection implements SectionReader {

    static final String NAME = "notifications";

    private static final Pattern HANDLER = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    /** Made by the service loader. */
    public NotificationsSection() {}

    @Override
    public String section() {
        return NAME;
    }

    @Override
    public void read(ConfigNode node) {
        handlers(node, HandlerTypes.OWN);
    }

    /** To the alerter a plugin that does not work is no reason not to start; to who asks whether all is well it is a problem. */
    @Override
    public void readFrom(ConfigNode root) {
        ConfigNode notifications = root.section(NAME);
        handlers(notifications, HandlerTypes.of(root)).forEach((name, handler) -> {
            if (!handler.problem().isEmpty()) {
                notifications.section(name).problem("type", handler.problem());
            }
        });
    }

    @Override
    public List<String> notes(ConfigNode root) {
        PluginSettings plugins = PluginSettings.read(root.section(PluginSettings.SECTION));
        return HandlerTypes.plugins(plugins.directory()).problems();
    }

    /** Reads every handler, also those that are not enabled, so that a mistake is found wherever it is. */
    static Map<String, ConfiguredHandler> handlers(ConfigNode notifications, HandlerTypes types) {
        Map<String, ConfiguredHandler> handlers = new LinkedHashMap<>();
        for (String name : notifications.keys()) {
            if (!HANDLER.matcher(name).matches()) {
                notifications.problem(
                        name,
                        "not a name for a handler: use up to 32 lower-case letters, digits, '_' or '-', and begin with"
                                + " a letter");
            }
            read(name, notifications, types).ifPresent(handler -> handlers.put(name, handler));
        }
        return handlers;
    }

    private static Optional<ConfiguredHandler> read(String name, ConfigNode notifications, HandlerTypes types) {
        ConfigNode node = notifications.section(name);
        String typeName = HandlerSettings.type(name, node);
        Optional<HandlerType> type = types.named(typeName);
        if (type.isPresent()) {
            return Optional.of(configured(name, notifications, type.get()));
        }
        if (types.problems().isEmpty()) {
            node.problem("type", unknown(typeName, types));
            notifications.skip(name);
            return Optional.empty();
        }
        String problem = unknown(typeName, types) + "; " + String.join("; ", types.problems());
        return Optional.of(missing(name, notifications, problem));
    }

    private static ConfiguredHandler configured(String name, ConfigNode notifications, HandlerType type) {
        WrittenSection node = new WrittenSection(notifications.section(name));
        try {
            HandlerSettings settings = HandlerSettings.read(name, node);
            return new ConfiguredHandler(settings, type.configure(node), "", node.answers());
        } catch (BrokenPluginException e) {
            return missing(name, notifications, e.getMessage());
        }
    }

    /** Its own options are understood by nobody here. */
    private static ConfiguredHandler missing(String name, ConfigNode notifications, String problem) {
        HandlerSettings settings = HandlerSettings.read(name, notifications.section(name));
        notifications.skip(name);
        return new ConfiguredHandler(settings, surroundings -> new MissingHandler(problem), problem, Map.of());
    }

    private static String unknown(String typeName, HandlerTypes types) {
        return "there is no type of handler '" + typeName + "'" + Nearest.hint(typeName, types.names()) + "; known are "
                + String.join(", ", types.names());
    }
}
