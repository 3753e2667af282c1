package io.hostpulse.common.process;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where things lie in a mark file, little-endian: a magic word, pid, start time and heartbeat, two texts, and a table of
 * counters. Numbers are written and read whole, because they are aligned.
 */
final class MarkLayout {

    static final long MAGIC = 0x314b52414d504c48L;
    static final int MAGIC_AT = 0;
    static final int PID_AT = 8;
    static final int STARTED_AT = 16;
    static final int HEARTBEAT_AT = 24;
    static final int STATE_AT = 32;
    static final int PROCESS_START_AT = 40;
    static final int NAME_AT = 64;
    static final int VERSION_AT = 128;
    static final int TEXT_LENGTH = 64;

    static final int COUNTERS_AT = 256;
    static final int COUNTER_LENGTH = 64;
    static final int MAX_COUNTERS = 60;
    static final int LENGTH = COUNTERS_AT + MAX_COUNTERS * COUNTER_LENGTH;
    static final int LABEL_AT = 8;
    static final int LABEL_LENGTH = COUNTER_LENGTH - LABEL_AT;

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MarkLayout() {}

    static void putLong(ByteBuffer buffer, int at, long value) {
        LONGS.setRelease(buffer, at, value);
    }

    static long getLong(ByteBuffer buffer, int at) {
        return (long) LONGS.getAcquire(buffer, at);
    }

    static void putText(ByteBuffer buffer, int at, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        buffer.put(at, Arrays.copyOf(bytes, length));
    }

    static String getText(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
