package io.hostpulse.common.plugin;

import java.util.regex.Pattern;

/** The names that types of plugins may have. */
public final class PluginName {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private PluginName() {}

    /**
     * Asks a type for its name.
     *
     * @param type a plugin's type
     * @return its name
     * @throws IllegalArgumentException when it is none
     */
    public static String of(PluginType type) {
        String name = type.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the type's name '" + name + "' is no name: use lower-case letters, digits, '_' or '-'");
        }
        return name;
    }
}
