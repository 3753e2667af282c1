package io.hostpulse.collector.source.memory;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The lines of /proc/meminfo that are wanted; their order is not relied upon, and any but the first may be absent. */
final class MeminfoText {

    /** The lines that are no details. */
    private enum Line {
        MEM_TOTAL("MemTotal:"),
        MEM_FREE("MemFree:"),
        MEM_AVAILABLE("MemAvailable:"),
        BUFFERS("Buffers:"),
        SWAP_TOTAL("SwapTotal:"),
        SWAP_FREE("SwapFree:");

        private final String key;

        Line(String key) {
            this.key = key;
        }
    }

    private static final Line[] LINES = Line.values();
    private static final MemoryDetail[] DETAILS = MemoryDetail.values();

    private final Map<Line, Long> amounts = new EnumMap<>(Line.class);
    private final Map<MemoryDetail, Long> details = new EnumMap<>(MemoryDetail.class);

    private MeminfoText() {}

    static MemoryAmounts parse(TextCursor text) throws MalformedTextException {
        MeminfoText meminfo = new MeminfoText();
        for (; !text.atEnd() && !meminfo.isComplete(); text.nextLine()) {
            meminfo.take(text);
        }
        return meminfo.amounts(text);
    }

    private boolean isComplete() {
        return amounts.size() == LINES.length && details.size() == DETAILS.length;
    }

    private void take(TextCursor text) throws MalformedTextException {
        for (Line line : LINES) {
            if (text.accept(line.key)) {
                amounts.putIfAbsent(line, bytes(text));
                return;
            }
        }
        for (MemoryDetail detail : DETAILS) {
            if (text.accept(detail.key())) {
                details.putIfAbsent(detail, bytes(text));
                return;
            }
        }
    }

    private static long bytes(TextCursor text) throws MalformedTextException {
        long bytes = Math.multiplyExact(text.number(), 1024L);
        text.require("kB");
        return bytes;
    }

    private MemoryAmounts amounts(TextCursor text) throws MalformedTextException {
        Long total = amounts.get(Line.MEM_TOTAL);
        if (total == null || total <= 0) {
            throw text.malformed("a line MemTotal");
        }
        if (at(Line.MEM_AVAILABLE).orElse(0) > total) {
            throw text.malformed("MemAvailable to be at most MemTotal");
        }
        return new MemoryAmounts(
                total,
                at(Line.MEM_AVAILABLE),
                at(Line.MEM_FREE),
                at(Line.BUFFERS),
                cached(),
                at(Line.SWAP_TOTAL),
                at(Line.SWAP_FREE),
                details);
    }

    /** As the program {@code free} counts it. */
    private OptionalLong cached() {
        Long pages = details.get(MemoryDetail.PAGE_CACHE);
        long slabs = details.getOrDefault(MemoryDetail.SLAB_RECLAIMABLE, 0L);
        return pages == null ? OptionalLong.empty() : OptionalLong.of(pages + slabs);
    }

    private OptionalLong at(Line line) {
        return Optional.ofNullable(amounts.get(line)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
