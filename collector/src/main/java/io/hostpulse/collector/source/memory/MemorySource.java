package io.hostpulse.collector.source.memory;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.measure.Percent;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.io.IOException;
import java.util.OptionalLong;

/** Turns amounts of memory into fields. Used memory is what is not available: caches that can be given back are not used. */
final class MemorySource implements Source {

    private static final String NO_AVAILABLE = "the kernel does not report MemAvailable; Linux before 3.14 does not";
    private static final String NOT_TOLD = "this system does not report it";
    private static final String NO_SWAP = "no swap configured";

    private final Memory memory;

    MemorySource(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Reading read() throws IOException {
        return new Reading.Ok(fields(memory.read()));
    }

    private static Fields fields(MemoryAmounts amounts) {
        Fields.Builder fields = Fields.builder();
        fields.put("total", amounts.total());
        fields.put("available", bytes(amounts.available(), NO_AVAILABLE));
        addUsed(fields, amounts);
        fields.put("free", bytes(amounts.free(), NOT_TOLD));
        fields.put("buffers", bytes(amounts.buffers(), NOT_TOLD));
        fields.put("cached", bytes(amounts.cached(), NOT_TOLD));
        fields.put("swap", swap(amounts));
        for (MemoryDetail detail : MemoryDetail.values()) {
            fields.put(detail.field(), detail(amounts, detail));
        }
        return fields.build();
    }

    private static Value detail(MemoryAmounts amounts, MemoryDetail detail) {
        Long bytes = amounts.details().get(detail);
        return bytes == null ? new Value.Missing(NOT_TOLD) : new Value.Whole(bytes);
    }

    private static void addUsed(Fields.Builder fields, MemoryAmounts amounts) {
        if (amounts.available().isEmpty()) {
            fields.missing("used", NO_AVAILABLE).missing("percentage", NO_AVAILABLE);
            return;
        }
        long used = amounts.total() - amounts.available().getAsLong();
        fields.put("used", used);
        fields.put("percentage", Percent.of(used, amounts.total(), NOT_TOLD));
    }

    private static Value swap(MemoryAmounts amounts) {
        if (amounts.swapTotal().isEmpty() || amounts.swapFree().isEmpty()) {
            return new Value.Missing(NOT_TOLD);
        }
        long total = amounts.swapTotal().getAsLong();
        long used = total - amounts.swapFree().getAsLong();
        Fields.Builder fields = Fields.builder();
        fields.put("total", total).put("used", used).put("free", total - used);
        return fields.put("percentage", Percent.of(used, total, NO_SWAP)).build();
    }

    private static Value bytes(OptionalLong amount, String reason) {
        return amount.isPresent() ? new Value.Whole(amount.getAsLong()) : new Value.Missing(reason);
    }

    @Override
    public void close() {
        memory.close();
    }
}
