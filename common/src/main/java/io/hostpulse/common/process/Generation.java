package io.hostpulse.common.process;

import java.util.Optional;
import java.util.Set;

/** Which part of the heap a collector works on; every collector names its parts otherwise. */
enum Generation {
    YOUNG,
    OLD;

    /** Of Serial, Parallel and G1, in this order. */
    private static final Set<String> YOUNG_NAMES = Set.of("Copy", "PS Scavenge", "G1 Young Generation");

    /** ZGC and Shenandoah tell of a cycle and of the pauses in it: counting both would count it twice. */
    private static final String PAUSES = "Pauses";

    private static final String YOUNG_CYCLES_OF_ZGC = "ZGC Minor";

    /** Empty for what is a part of another collector's cycle. */
    static Optional<Generation> ofCollector(String name) {
        if (name.endsWith(PAUSES)) {
            return Optional.empty();
        }
        return Optional.of(YOUNG_NAMES.contains(name) || name.startsWith(YOUNG_CYCLES_OF_ZGC) ? YOUNG : OLD);
    }
}
