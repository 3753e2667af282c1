package io.hostpulse.collector.source.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel counts in. It tells every program in its auxiliary vector; Java keeps that to itself, but /proc has it.
 *
 * @param pageBytes the size of a page of memory
 * @param ticksPerSecond the ticks of processor time in a second
 */
record KernelUnits(long pageBytes, long ticksPerSecond) {

    /** AT_PAGESZ and AT_CLKTCK of elf.h. */
    private static final long PAGE_SIZE = 6;

    private static final long CLOCK_TICKS = 17;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    static KernelUnits read(Path proc) throws IOException {
        Path file = proc.resolve("self/auxv");
        boolean narrow = "32".equals(System.getProperty("sun.arch.data.model"));
        return parse(Files.readAllBytes(file), narrow ? Integer.BYTES : Long.BYTES, ByteOrder.nativeOrder());
    }

    /** Pairs of a type and a value, each a word long. */
    static KernelUnits parse(byte[] auxv, int wordBytes, ByteOrder order) throws IOException {
        ByteBuffer words = ByteBuffer.wrap(auxv).order(order);
        long page = 0;
        long ticks = 0;
        while (words.remaining() >= 2 * wordBytes) {
            long type = word(words, wordBytes);
            long value = word(words, wordBytes);
            page = type == PAGE_SIZE ? value : page;
            ticks = type == CLOCK_TICKS ? value : ticks;
        }
        if (page <= 0 || ticks <= 0 || ticks > NANOS_PER_SECOND) {
            throw new IOException("/proc/self/auxv does not tell the size of a page and of a clock tick");
        }
        return new KernelUnits(page, ticks);
    }

    private static long word(ByteBuffer words, int wordBytes) {
        return wordBytes == Integer.BYTES ? Integer.toUnsignedLong(words.getInt()) : words.getLong();
    }

    long nanos(long ticks) {
        return ticks * (NANOS_PER_SECOND / ticksPerSecond);
    }

    long bytes(long pages) {
        return pages * pageBytes;
    }
}
