package io.hostpulse.collector.source.processor;

import java.util.List;
import java.util.Optional;

/**
 * The ticks of all cores at one moment.
 *
 * @param all the sum over the cores as the system reports it
 * @param cores the logical cores that are online, in the order of their numbers
 */
record CpuTimes(CpuTicks all, List<Core> cores) {

    /**
     * One logical core.
     *
     * @param number its number; numbers have holes when cores are offline
     * @param ticks its time since boot
     */
    record Core(int number, CpuTicks ticks) {}

    CpuTimes {
        cores = List.copyOf(cores);
    }

    /** Finds a core, at first where it was when none went offline. */
    Optional<CpuTicks> core(int index, int number) {
        if (index < cores.size() && cores.get(index).number() == number) {
            return Optional.of(cores.get(index).ticks());
        }
        return cores.stream()
                .filter(core -> core.number() == number)
                .map(Core::ticks)
                .findFirst();
    }
}
