package io.hostpulse.alerter;

import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.text.Nearest;
import java.util.LinkedHashMap;
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

    /** Reads every handler, also those that are not enabled, so that a mistake is found wherever it is. */
    static Map<String, ConfiguredHandler> handlers(ConfigNode notifications, HandlerTypes types) {
        Map<String, ConfiguredHandler> handlers = new LinkedHashMap<>();
        for (String name : notifications.keys()) {
            WrittenSection node = new WrittenSection(notifications.section(name));
            String typeName = HandlerSettings.type(name, node);
            Optional<HandlerType> type = types.named(typeName);
            if (!HANDLER.matcher(name).matches()) {
                notifications.problem(
                        name,
                        "not a name for a handler: use up to 32 lower-case letters, digits, '_' or '-', and begin with"
                                + " a letter");
            }
            if (type.isPresent()) {
                HandlerSettings settings = HandlerSettings.read(name, node);
                HandlerType.Opener opener = type.get().configure(node);
                handlers.put(name, new ConfiguredHandler(settings, opener, node.answers()));
            } else {
                node.problem("type", unknown(typeName, types));
            }
        }
        return handlers;
    }

    private static String unknown(String typeName, HandlerTypes types) {
        return "there is no type of handler '" + typeName + "'" + Nearest.hint(typeName, types.names()) + "; known are "
                + String.join(", ", types.names());
    }
}
