package io.hostpulse.collector.source.host;

import java.util.Locale;

/** The operating systems that a source reads in different ways. */
public enum Platform {
    /** Read from /proc and /sys. */
    LINUX,
    /** Read through a library. */
    WINDOWS,
    /** Everything else, macOS and the BSDs; read through a library. */
    OTHER;

    /**
     * Says where this program runs.
     *
     * @return the platform of this Java virtual machine
     */
    public static Platform current() {
        return named(System.getProperty("os.name", ""));
    }

    static Platform named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return LINUX;
        }
        return name.startsWith("windows") ? WINDOWS : OTHER;
    }
}
