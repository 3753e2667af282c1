package io.hostpulse.collector.source.gpu;

import com.sun.jna.Memory;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a card is divided into instances (MIG). Instances come and go, so their handles are asked for at every read. */
record NvmlMig(NvmlDevice card) {

    static final String NOT_DIVIDED = "MIG is off";

    Map<CardField, Value> values() throws NvmlException {
        Memory modes = card.library().scratch();
        int code = card.library().call("nvmlDeviceGetMigMode", card.handle(), modes, modes.share(8));
        if (code != NvmlLibrary.SUCCESS) {
            Value missing = card.missing(code);
            return Map.of(CardField.MIG_MODE, missing, CardField.MIG_INSTANCES, missing);
        }
        boolean on = modes.getInt(0) != 0;
        return Map.of(
                CardField.MIG_MODE,
                new Value.Text(on ? "enabled" : "disabled"),
                CardField.MIG_INSTANCES,
                on ? instances() : new Value.Missing(NOT_DIVIDED));
    }

    private Value instances() throws NvmlException {
        Value most = card.unsigned(Units::plain, "nvmlDeviceGetMaxMigDeviceCount");
        if (!(most instanceof Value.Whole count)) {
            return most;
        }
        List<Value> instances = new ArrayList<>();
        for (int i = 0; i < count.value(); i++) {
            Memory handle = card.library().scratch();
            // Places without an instance are NOT_FOUND.
            if (card.ask("nvmlDeviceGetMigDeviceHandleByIndex", handle, i) == NvmlLibrary.SUCCESS) {
                instances.add(instance(new NvmlDevice(card.library(), handle.getPointer(0))));
            }
        }
        return new Value.Sequence(instances);
    }

    private static Fields instance(NvmlDevice instance) throws NvmlException {
        NvmlMemory memory = NvmlMemory.of(instance);
        return Fields.builder()
                .put("gpu_instance", instance.unsigned(Units::plain, "nvmlDeviceGetGpuInstanceId"))
                .put("compute_instance", instance.unsigned(Units::plain, "nvmlDeviceGetComputeInstanceId"))
                .put("uuid", instance.text("nvmlDeviceGetUUID"))
                .put("name", instance.text("nvmlDeviceGetName"))
                .put("memory_total", memory.total())
                .put("memory_used", memory.used())
                .put("memory_free", memory.free())
                .build();
    }
}
