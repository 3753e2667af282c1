package io.hostpulse.collector.source.process;

import io.hostpulse.collector.source.text.MalformedTextException;
import java.nio.charset.StandardCharsets;

/**
 * Takes /proc/PID/stat apart. The name stands in parentheses and may hold any byte but 0, parentheses, blanks and line ends
 * among them; nothing behind it holds a parenthesis, so it ends at the last one. Bytes that are no UTF-8 become U+FFFD. Used by
 * one thread.
 */
final class StatLine {

    /** PF_KTHREAD of linux/sched.h. */
    private static final long KERNEL_THREAD = 0x0020_0000;

    /** The kernel cuts names at 64 bytes; looking for their end among all the numbers would take half of the time. */
    private static final int LONGEST_NAME = 128;

    private final KernelUnits units;
    private byte[] bytes;
    private int length;
    private int at;

    StatLine(KernelUnits units) {
        this.units = units;
    }

    /** Numbers of columns are those of proc(5). */
    ProcessStat parse(byte[] content, int contentLength, long readNanos) throws MalformedTextException {
        start(content, contentLength);
        int pid = (int) number();
        String name = name();
        ProcessState state = state();
        int parentPid = (int) number();
        skip(4);
        long flags = number();
        skip(4);
        long ticks = number() + number();
        skip(4);
        int threads = (int) number();
        skip(1);
        long started = number();
        skip(1);
        long pages = number();
        return new ProcessStat(
                pid,
                parentPid,
                name,
                state,
                (flags & KERNEL_THREAD) != 0,
                threads,
                units.nanos(ticks),
                units.bytes(pages),
                units.nanos(started),
                readNanos);
    }

    private void start(byte[] content, int contentLength) {
        bytes = content;
        length = contentLength;
        at = 0;
    }

    private String name() throws MalformedTextException {
        int last = Math.min(length - 1, at + LONGEST_NAME);
        while (last > at && bytes[last] != ')') {
            last--;
        }
        if (at + 1 >= length || bytes[at + 1] != '(' || last <= at + 1) {
            throw malformed("a name in parentheses");
        }
        String name = new String(bytes, at + 2, last - at - 2, StandardCharsets.UTF_8);
        at = last + 1;
        return name;
    }

    private ProcessState state() throws MalformedTextException {
        if (at + 1 >= length || bytes[at] != ' ') {
            throw malformed("a state");
        }
        at += 2;
        return ProcessState.of(bytes[at - 1]);
    }

    private void skip(int columns) {
        for (int i = 0; i < columns; i++) {
            at = blank(at + 1);
        }
    }

    private int blank(int from) {
        int found = from;
        while (found < length && bytes[found] != ' ') {
            found++;
        }
        return found;
    }

    /** A number that the end of the text cuts off is not taken: it might be longer. */
    private long number() throws MalformedTextException {
        int start = at < length && bytes[at] == ' ' ? at + 1 : at;
        int digit = start;
        long value = 0;
        while (digit < length && bytes[digit] >= '0' && bytes[digit] <= '9') {
            value = value * 10 + bytes[digit++] - '0';
        }
        if (digit == start || digit == length || bytes[digit] != ' ') {
            throw malformed("a whole number and a blank");
        }
        at = digit;
        return value;
    }

    private MalformedTextException malformed(String expected) {
        return new MalformedTextException(
                "/proc/PID/stat", expected + " at byte " + at, new String(bytes, 0, length, StandardCharsets.UTF_8));
    }
}
