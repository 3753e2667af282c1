package io.hostpulse.collector.source.memory;

import io.hostpulse.collector.source.text.MalformedTextException;
import io.hostpulse.collector.source.text.TextCursor;
import java.util.Arrays;
import java.util.OptionalLong;

/** The lines of /proc/meminfo that are wanted; their order is not relied upon, and any but the first may be absent. */
final class MeminfoText {

    private static final String[] KEYS = {
        "MemTotal:", "MemFree:", "MemAvailable:", "Buffers:", "Cached:", "SReclaimable:", "SwapTotal:", "SwapFree:"
    };
    private static final long ABSENT = -1;

    private final long[] amounts = new long[KEYS.length];

    private MeminfoText() {
        Arrays.fill(amounts, ABSENT);
    }

    static MemoryAmounts parse(TextCursor text) throws MalformedTextException {
        MeminfoText meminfo = new MeminfoText();
        for (int wanted = KEYS.length; wanted > 0 && !text.atEnd(); text.nextLine()) {
            wanted -= meminfo.take(text);
        }
        return meminfo.amounts(text);
    }

    private int take(TextCursor text) throws MalformedTextException {
        for (int i = 0; i < KEYS.length; i++) {
            if (amounts[i] == ABSENT && text.accept(KEYS[i])) {
                amounts[i] = Math.multiplyExact(text.number(), 1024L);
                text.require("kB");
                return 1;
            }
        }
        return 0;
    }

    private MemoryAmounts amounts(TextCursor text) throws MalformedTextException {
        if (amounts[0] <= 0) {
            throw text.malformed("a line MemTotal");
        }
        if (amounts[2] > amounts[0]) {
            throw text.malformed("MemAvailable to be at most MemTotal");
        }
        return new MemoryAmounts(amounts[0], at(2), at(1), at(3), cached(), at(6), at(7));
    }

    /** As the program {@code free} counts it. */
    private OptionalLong cached() {
        return amounts[4] == ABSENT ? OptionalLong.empty() : OptionalLong.of(amounts[4] + Math.max(0, amounts[5]));
    }

    private OptionalLong at(int key) {
        return amounts[key] == ABSENT ? OptionalLong.empty() : OptionalLong.of(amounts[key]);
    }
}
