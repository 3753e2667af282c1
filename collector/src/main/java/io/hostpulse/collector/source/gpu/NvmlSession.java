package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The library between nvmlInit and nvmlShutdown. Used by one thread at a time. */
final class NvmlSession implements AutoCloseable {

    private static final int TEXT_BYTES = 96;

    private final NvmlLibrary library;

    private NvmlSession(NvmlLibrary library) {
        this.library = library;
    }

    /** Initialises the library, but no card yet (nvmlInit_v2). */
    static NvmlSession open(String name) throws NoCardsException {
        NvmlLibrary library = NvmlLibrary.load(name);
        int code = library.call(library.has("nvmlInit_v2") ? "nvmlInit_v2" : "nvmlInit");
        if (code != NvmlLibrary.SUCCESS) {
            String words = library.words(code);
            library.close();
            throw new NoCardsException("nvmlInit says " + words);
        }
        return new NvmlSession(library);
    }

    String driverVersion() throws NvmlException {
        Memory text = library.scratch();
        check(library.call("nvmlSystemGetDriverVersion", text, TEXT_BYTES));
        return text.getString(0);
    }

    /** Initialises the card, and wakes it if it sleeps. */
    NvmlDevice device(String address) throws NvmlException {
        Memory handle = library.scratch();
        byte[] name = (address + "\0").getBytes(StandardCharsets.US_ASCII);
        String newest = "nvmlDeviceGetHandleByPciBusId_v2";
        check(library.call(library.has(newest) ? newest : "nvmlDeviceGetHandleByPciBusId", name, handle));
        return new NvmlDevice(library, handle.getPointer(0));
    }

    /** Asks the driver for its cards, which initialises all of them. */
    List<String> addresses() throws NvmlException {
        Memory count = library.scratch();
        check(library.call(
                library.has("nvmlDeviceGetCount_v2") ? "nvmlDeviceGetCount_v2" : "nvmlDeviceGetCount", count));
        int cards = count.getInt(0);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            Memory handle = library.scratch();
            String newest = "nvmlDeviceGetHandleByIndex_v2";
            int code = library.call(library.has(newest) ? newest : "nvmlDeviceGetHandleByIndex", i, handle);
            if (code == NvmlLibrary.SUCCESS) {
                addresses.add(address(handle.getPointer(0)));
            }
        }
        return addresses;
    }

    /** All versions of nvmlPciInfo_t have a text of 16 bytes first, then domain, bus and device. */
    private String address(Pointer handle) throws NvmlException {
        Memory info = library.scratch();
        String newest = "nvmlDeviceGetPciInfo_v3";
        check(library.call(library.has(newest) ? newest : "nvmlDeviceGetPciInfo", handle, info));
        return String.format(Locale.ROOT, "%04x:%02x:%02x.0", info.getInt(16), info.getInt(20), info.getInt(24));
    }

    private void check(int code) throws NvmlException {
        if (code != NvmlLibrary.SUCCESS) {
            throw new NvmlException(code, library.words(code));
        }
    }

    @Override
    public void close() {
        library.call("nvmlShutdown");
        library.close();
    }
}
