package io.hostpulse.common.probe;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.model.Reading;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * Looks at one kind of hardware once, whether Hostpulse runs or not. Providers are listed in {@code META-INF/services}, so
 * that the console can ask a collector's module without knowing it.
 */
public interface HardwareProbe {

    /**
     * Lists the probes of all modules that are on the class path.
     *
     * @return one of each kind
     */
    static List<HardwareProbe> ofClassPath() {
        return ServiceLoader.load(HardwareProbe.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * Names what is looked at.
     *
     * @return the name of the source that watches it
     */
    String kind();

    /**
     * Reads the options, without touching the hardware.
     *
     * @param options the section of that source; problems are reported through it
     * @return what looks once, in a bounded time, and never throws
     */
    Supplier<Reading> configure(ConfigNode options);
}
