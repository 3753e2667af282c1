package io.hostpulse.collector.source.gpu;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * NVIDIA's management library, called by hand: a mapped interface and mapped structures would load a hundred classes and take
 * 2 MB more. The numbers are those of nvml.h. Used by one thread at a time.
 */
final class NvmlLibrary implements AutoCloseable {

    static final int SUCCESS = 0;
    static final int UNINITIALIZED = 1;
    static final int NO_PERMISSION = 4;
    static final int NOT_FOUND = 6;
    static final int INSUFFICIENT_SIZE = 7;
    static final int DRIVER_NOT_LOADED = 9;
    static final int FUNCTION_NOT_FOUND = 13;
    static final int GPU_IS_LOST = 15;
    static final int RESET_REQUIRED = 16;
    static final int LIB_RM_VERSION_MISMATCH = 18;

    /** Room for any answer but lists: the largest is nvmlDeviceGetName's, 96 bytes. */
    private static final int SCRATCH_BYTES = 128;

    private final NativeLibrary library;
    private final Map<String, Optional<Function>> functions = new HashMap<>();
    private final Memory scratch = new Memory(SCRATCH_BYTES);

    private NvmlLibrary(NativeLibrary library) {
        this.library = library;
    }

    static NvmlLibrary load(String name) throws NoCardsException {
        try {
            return new NvmlLibrary(NativeLibrary.getInstance(name));
        } catch (UnsatisfiedLinkError e) {
            String message = String.valueOf(e.getMessage());
            throw new NoCardsException(
                    message.contains("No such file")
                            ? name + " is not installed"
                            : name + " cannot be loaded: " + message.lines().reduce("", (first, last) -> last));
        }
    }

    /** Calls the function of this name; a library that is too old or too new to have it counts as an answer. */
    int call(String name, Object... arguments) {
        Optional<Function> function = function(name);
        return function.isPresent() ? function.get().invokeInt(arguments) : FUNCTION_NOT_FOUND;
    }

    boolean has(String name) {
        return function(name).isPresent();
    }

    private Optional<Function> function(String name) {
        return functions.computeIfAbsent(name, this::find);
    }

    private Optional<Function> find(String name) {
        try {
            return Optional.of(library.getFunction(name));
        } catch (UnsatisfiedLinkError absent) {
            return Optional.empty();
        }
    }

    /** Memory for one answer, all zero; the next call of this method takes it back. */
    Memory scratch() {
        scratch.clear();
        return scratch;
    }

    /** What the driver says of one of its codes. */
    String words(int code) {
        if (code == FUNCTION_NOT_FOUND || !has("nvmlErrorString")) {
            return code == FUNCTION_NOT_FOUND ? "this driver's library cannot tell it" : "NVML error " + code;
        }
        Pointer text = function("nvmlErrorString").orElseThrow().invokePointer(new Object[] {code});
        return text == null ? "NVML error " + code : text.getString(0);
    }

    /** Unloads it: after an update of the driver another file has this name. */
    @Override
    public void close() {
        scratch.close();
        library.close();
    }
}
