package io.hostpulse.collector.source.system;

import io.hostpulse.collector.source.text.MalformedTextException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The records of glibc's utmp file (bits/utmp.h, man 5 utmp), of which those of logged-in users are wanted. */
final class UtmpRecords {

    private static final short USER_PROCESS = 7;
    private static final int LINE_AT = 8;
    private static final int LINE_LENGTH = 32;
    private static final int USER_AT = 44;
    private static final int USER_LENGTH = 32;
    private static final int SESSION_AT = 336;

    /** Where session and time have the width of a long; elsewhere they are 32 bits wide, on x86-64 for old programs' sake. */
    private static final Set<String> WIDE = Set.of("aarch64", "riscv64", "loongarch64");

    private final boolean wide;

    UtmpRecords(String architecture) {
        this.wide = WIDE.contains(architecture);
    }

    /**
     * A session and the process that stands for it.
     *
     * @param pid the process; when it is gone, the entry is left over from a crash
     * @param session what the record says
     */
    record Entry(int pid, Session session) {}

    private int size() {
        return wide ? 400 : 384;
    }

    private int timeAt() {
        return wide ? SESSION_AT + 8 : SESSION_AT + 4;
    }

    List<Entry> parse(String file, byte[] content) throws MalformedTextException {
        if (content.length % size() != 0) {
            throw new MalformedTextException(file, "records of " + size() + " bytes", content.length + " bytes");
        }
        ByteBuffer records = ByteBuffer.wrap(content).order(ByteOrder.nativeOrder());
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < content.length; at += size()) {
            if (records.getShort(at) == USER_PROCESS) {
                entries.add(entry(records, at));
            }
        }
        return entries;
    }

    private Entry entry(ByteBuffer records, int at) {
        String user = text(records, at + USER_AT, USER_LENGTH);
        String terminal = text(records, at + LINE_AT, LINE_LENGTH);
        return new Entry(records.getInt(at + 4), new Session(user, terminal, time(records, at + timeAt())));
    }

    /** The 32-bit time is unsigned: read so, it lasts until 2106 instead of 2038. */
    private Instant time(ByteBuffer records, int at) {
        return Instant.ofEpochSecond(wide ? records.getLong(at) : Integer.toUnsignedLong(records.getInt(at)));
    }

    private static String text(ByteBuffer records, int at, int limit) {
        int length = 0;
        while (length < limit && records.get(at + length) != 0) {
            length++;
        }
        return new String(records.array(), at, length, StandardCharsets.UTF_8);
    }
}
