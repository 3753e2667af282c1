package io.hostpulse.common.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides which files of a stream go. Pure.
 *
 * @param removed the files that go, oldest first and without one in between that stays
 * @param overrun consumers that still needed one of them
 */
record RetentionPlan(List<RollFile> removed, List<Holder> overrun) {

    /**
     * A consumer and the file in which it stands.
     *
     * @param cursor the consumer
     * @param cycle the cycle of its position; 0 when it has not read anything yet
     */
    record Holder(Registration cursor, int cycle) {

        /** A consumer has passed a file when it stands in a later one. */
        boolean needs(RollFile file) {
            return cycle <= file.cycle();
        }
    }

    /**
     * Plans.
     *
     * @param files the stream's files, oldest first; the last one is being written and stays
     * @param holders the consumers that have not expired
     * @param cap what the stream may take, in bytes
     * @param oldest what ended before this time, epoch nanoseconds, is older than the limit
     */
    static RetentionPlan of(List<RollFile> files, List<Holder> holders, long cap, long oldest) {
        long bytes = files.stream().mapToLong(RollFile::bytes).sum();
        List<RollFile> removed = new ArrayList<>();
        for (RollFile file : files.subList(0, Math.max(0, files.size() - 1))) {
            boolean isHeld = holders.stream().anyMatch(holder -> holder.needs(file));
            if (bytes <= cap && (isHeld || file.end() > oldest)) {
                break;
            }
            removed.add(file);
            bytes -= file.bytes();
        }
        return new RetentionPlan(removed, overrun(removed, holders));
    }

    private static List<Holder> overrun(List<RollFile> removed, List<Holder> holders) {
        return holders.stream()
                .filter(holder -> removed.stream().anyMatch(holder::needs))
                .toList();
    }
}
