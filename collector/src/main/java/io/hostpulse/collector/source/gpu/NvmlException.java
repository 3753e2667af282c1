package io.hostpulse.collector.source.gpu;

import java.util.Set;

/** The driver refuses. Its message is the driver's. */
final class NvmlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** After these codes nothing else that is asked of the card will be answered. */
    private static final Set<Integer> FATAL = Set.of(
            NvmlLibrary.UNINITIALIZED,
            NvmlLibrary.DRIVER_NOT_LOADED,
            NvmlLibrary.GPU_IS_LOST,
            NvmlLibrary.RESET_REQUIRED,
            NvmlLibrary.LIB_RM_VERSION_MISMATCH);

    /** The card is someone else's: a container is shown all of them in /sys, but may use only some. */
    private static final Set<Integer> HIDDEN = Set.of(NvmlLibrary.NOT_FOUND, NvmlLibrary.NO_PERMISSION);

    private final int code;

    NvmlException(int code, String words) {
        super(words);
        this.code = code;
    }

    static boolean isFatal(int code) {
        return FATAL.contains(code);
    }

    boolean saysHidden() {
        return HIDDEN.contains(code);
    }
}
