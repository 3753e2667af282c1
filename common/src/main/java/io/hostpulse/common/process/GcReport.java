package io.hostpulse.common.process;

import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a forced garbage collection came to.
 *
 * @param heapBefore bytes of the heap in use just before it
 * @param heapAfter bytes of the heap in use just after it
 * @param residentBefore bytes in RAM just before it, where the system tells
 * @param residentAfter bytes in RAM just after it, where the system tells
 * @param nanos how long it took
 */
public record GcReport(
        long heapBefore, long heapAfter, OptionalLong residentBefore, OptionalLong residentAfter, long nanos) {

    private static final String REQUEST = "request";
    private static final String HEAP_BEFORE = "heap_before";
    private static final String HEAP_AFTER = "heap_after";
    private static final String RESIDENT_BEFORE = "rss_before";
    private static final String RESIDENT_AFTER = "rss_after";
    private static final String NANOS = "duration_ns";

    /**
     * Tells what the heap got back.
     *
     * @return bytes; 0 when it holds more than before, because work went on meanwhile
     */
    public long freed() {
        return Math.max(0, heapBefore - heapAfter);
    }

    /** The text of the report's file. */
    ByteBuffer encode(String request) {
        Fields.Builder fields = Fields.builder()
                .put(REQUEST, request)
                .put(HEAP_BEFORE, heapBefore)
                .put(HEAP_AFTER, heapAfter)
                .put(NANOS, nanos);
        residentBefore.ifPresent(bytes -> fields.put(RESIDENT_BEFORE, bytes));
        residentAfter.ifPresent(bytes -> fields.put(RESIDENT_AFTER, bytes));
        return new PayloadWriter().write(fields.build());
    }

    /** Empty when it answers another request. */
    static Optional<GcReport> decode(byte[] json, String request) {
        Fields fields = new PayloadReader().read(json);
        return fields.get(REQUEST)
                .filter(new Value.Text(request)::equals)
                .map(ours -> new GcReport(
                        whole(fields, HEAP_BEFORE).orElse(0),
                        whole(fields, HEAP_AFTER).orElse(0),
                        whole(fields, RESIDENT_BEFORE),
                        whole(fields, RESIDENT_AFTER),
                        whole(fields, NANOS).orElse(0)));
    }

    private static OptionalLong whole(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Value.Whole number
                ? OptionalLong.of(number.value())
                : OptionalLong.empty();
    }
}
