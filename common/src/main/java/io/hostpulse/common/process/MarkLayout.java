package io.hostpulse.common.process;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Where things lie in a mark file, little-endian: a magic word, pid, start time and heartbeat, two texts, a table of counters,
 * and the condition. Numbers are written and read whole, because they are aligned; a text that is being replaced may be seen
 * half and half once.
 */
final class MarkLayout {

    static final long MAGIC = 0x324b52414d504c48L;
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
    /** Enough for a dozen sources in one process. */
    static final int MAX_COUNTERS = 180;

    static final int LABEL_AT = 8;
    static final int LABEL_LENGTH = COUNTER_LENGTH - LABEL_AT;

    /** Behind the counters: a mark without it comes from an older version and reads as empty. */
    static final int CONDITION_AT = COUNTERS_AT + MAX_COUNTERS * COUNTER_LENGTH;

    static final int CONDITION_LENGTH = 120;
    static final int LENGTH = CONDITION_AT + CONDITION_LENGTH;

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private MarkLayout() {}

    static void putLong(ByteBuffer buffer, int at, long value) {
        LONGS.setRelease(buffer, at, value);
    }

    static long getLong(ByteBuffer buffer, int at) {
        return (long) LONGS.getAcquire(buffer, at);
    }

    /** Writes what fits, whole characters only. */
    static void putText(ByteBuffer buffer, int at, int length, String text) {
        byte[] bytes = new byte[length];
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), ByteBuffer.wrap(bytes), true);
        buffer.put(at, bytes);
    }

    static String getText(ByteBuffer buffer, int at, int length) {
        byte[] bytes = new byte[length];
        buffer.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
