package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import io.hostpulse.common.model.Value;

/**
 * The memory of a card or an instance, in bytes. The newer call keeps what the driver reserved for itself apart, as
 * nvidia-smi does; the older one counts it as used.
 */
record NvmlMemory(Value total, Value used, Value free) {

    /** sizeof(nvmlMemory_v2_t) with its version in the highest byte. */
    private static final int VERSION_2 = 40 | 2 << 24;

    static NvmlMemory of(NvmlDevice device) throws NvmlException {
        Memory newer = device.library().scratch();
        newer.setInt(0, VERSION_2);
        int code = device.ask("nvmlDeviceGetMemoryInfo_v2", newer);
        if (code == NvmlLibrary.SUCCESS) {
            return new NvmlMemory(at(newer, 8), at(newer, 32), at(newer, 24));
        }
        return code == NvmlLibrary.FUNCTION_NOT_FOUND ? older(device) : without(device.missing(code));
    }

    private static NvmlMemory older(NvmlDevice device) throws NvmlException {
        Memory older = device.library().scratch();
        int code = device.ask("nvmlDeviceGetMemoryInfo", older);
        return code == NvmlLibrary.SUCCESS
                ? new NvmlMemory(at(older, 0), at(older, 16), at(older, 8))
                : without(device.missing(code));
    }

    private static NvmlMemory without(Value missing) {
        return new NvmlMemory(missing, missing, missing);
    }

    private static Value at(Memory answer, int offset) {
        return new Value.Whole(answer.getLong(offset));
    }
}
