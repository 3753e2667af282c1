package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs that use a card. The call exists in three versions: the first fills entries of 16 bytes (pid, memory), the
 * others of 24 (and two MIG ids). Drivers 535.43 to 535.86 filled 32 from the third, so every entry has room for 32.
 */
final class NvmlProcesses {

    private static final int FIRST_GUESS = 64;
    private static final int MOST = 1024;
    private static final int ENTRY_ROOM = 32;
    private static final int NAME_BYTES = 96;
    private static final long NOT_TOLD = -1;

    private static final Pattern LARGE_ENTRIES = Pattern.compile("535\\.(\\d+).*");
    private static final int ENTRIES_SMALL_AGAIN = 98;

    private static final List<String> KINDS =
            List.of("nvmlDeviceGetComputeRunningProcesses", "nvmlDeviceGetGraphicsRunningProcesses");

    private final NvmlDevice device;
    private final String driverVersion;

    NvmlProcesses(NvmlDevice device, String driverVersion) {
        this.device = device;
        this.driverVersion = driverVersion;
    }

    /** A program may both compute and draw; it is listed once. */
    Value list() throws NvmlException {
        Map<Integer, Value> memoryByPid = new LinkedHashMap<>();
        Value.Missing trouble = null;
        for (String kind : KINDS) {
            int code = collect(kind, memoryByPid);
            trouble = code == NvmlLibrary.SUCCESS || trouble != null ? trouble : device.missing(code);
        }
        return trouble != null && memoryByPid.isEmpty() ? trouble : elements(memoryByPid);
    }

    private int collect(String kind, Map<Integer, Value> memoryByPid) throws NvmlException {
        NvmlLibrary library = device.library();
        if (library.has(kind + "_v3")) {
            return collect(kind + "_v3", entrySize(driverVersion), memoryByPid);
        }
        return library.has(kind + "_v2") ? collect(kind + "_v2", 24, memoryByPid) : collect(kind, 16, memoryByPid);
    }

    static int entrySize(String driverVersion) {
        Matcher matcher = LARGE_ENTRIES.matcher(driverVersion);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) < ENTRIES_SMALL_AGAIN ? 32 : 24;
    }

    /** Asks again with more room while there are more programs than fit; new ones may have come meanwhile. */
    private int collect(String function, int entrySize, Map<Integer, Value> memoryByPid) {
        int code = NvmlLibrary.INSUFFICIENT_SIZE;
        for (int room = FIRST_GUESS; code == NvmlLibrary.INSUFFICIENT_SIZE && room <= MOST; room *= 2) {
            Memory count = device.library().scratch();
            count.setInt(0, room);
            try (Memory entries = new Memory((long) room * ENTRY_ROOM)) {
                code = device.library().call(function, device.handle(), count, entries);
                int told = code == NvmlLibrary.SUCCESS ? Math.min(count.getInt(0), room) : 0;
                for (int i = 0; i < told; i++) {
                    long at = (long) i * entrySize;
                    memoryByPid.putIfAbsent(entries.getInt(at), memory(entries.getLong(at + 8)));
                }
            }
        }
        return code;
    }

    private static Value memory(long bytes) {
        return bytes == NOT_TOLD ? new Value.Missing("the driver does not tell it") : new Value.Whole(bytes);
    }

    private Value elements(Map<Integer, Value> memoryByPid) throws NvmlException {
        List<Value> elements = new ArrayList<>(memoryByPid.size());
        for (Map.Entry<Integer, Value> each : memoryByPid.entrySet()) {
            Fields.Builder fields = Fields.builder().put("pid", Integer.toUnsignedLong(each.getKey()));
            elements.add(fields.put("name", name(each.getKey()))
                    .put("memory", each.getValue())
                    .build());
        }
        return new Value.Sequence(elements);
    }

    private Value name(int pid) throws NvmlException {
        Memory text = device.library().scratch();
        int code = device.library().call("nvmlSystemGetProcessName", pid, text, NAME_BYTES);
        return code == NvmlLibrary.SUCCESS ? new Value.Text(text.getString(0)) : device.missing(code);
    }
}
