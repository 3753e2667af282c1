package io.hostpulse.common.plugin;

import java.util.Set;

/**
 * What a plugin sees of Hostpulse: its contract, the values of the model, the options it asks for and the log. Nothing else, so that it may bring whatever version of a library it likes and no plugin leans on what may change.
 */
final class ApiClassLoader extends ClassLoader {

    private static final Set<String> PACKAGES =
            Set.of("io.hostpulse.common.model", "org.slf4j", "org.slf4j.event", "org.slf4j.spi");

    private static final Set<String> CLASSES =
            Set.of("io.hostpulse.common.config.ConfigNode", "io.hostpulse.common.config.Secret");

    static {
        registerAsParallelCapable();
    }

    private final PluginContract<?> contract;
    private final ClassLoader hostpulse;

    ApiClassLoader(PluginContract<?> contract) {
        super(ClassLoader.getPlatformClassLoader());
        this.contract = contract;
        this.hostpulse = contract.service().getClassLoader();
    }

    /** Is asked after the platform's own classes. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (isSeen(name, name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
            return hostpulse.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    private boolean isSeen(String name, String itsPackage) {
        return CLASSES.contains(name)
                || PACKAGES.contains(itsPackage)
                || contract.classes().contains(name)
                || contract.packages().contains(itsPackage);
    }
}
