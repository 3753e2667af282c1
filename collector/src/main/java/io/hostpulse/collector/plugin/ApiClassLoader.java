package io.hostpulse.collector.plugin;

import java.util.Set;

/**
 * What a plugin sees of Hostpulse: the contract of a source, the values it gives, the options it asks for and the log. Nothing else, so
 * that it may bring whatever version of a library it likes and no plugin leans on what may change.
 */
final class ApiClassLoader extends ClassLoader {

    private static final Set<String> PACKAGES = Set.of(
            "io.hostpulse.collector.source",
            "io.hostpulse.common.model",
            "org.slf4j",
            "org.slf4j.event",
            "org.slf4j.spi");

    private static final Set<String> CLASSES = Set.of(
            "io.hostpulse.common.config.ConfigNode",
            "io.hostpulse.common.config.Secret",
            "io.hostpulse.common.process.DataDirectory",
            "io.hostpulse.common.process.EpochClock");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader hostpulse;

    ApiClassLoader(ClassLoader hostpulse) {
        super(ClassLoader.getPlatformClassLoader());
        this.hostpulse = hostpulse;
    }

    /** Is asked after the platform's own classes. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (CLASSES.contains(name) || PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return hostpulse.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
