package io.hostpulse.common.queue.care;

import java.util.List;

/**
 * One file, examined by itself.
 *
 * @param file which
 * @param report what it holds
 * @param findings what is wrong with it
 * @param end how it ends
 * @param lastWritten the number of the last record that was ever written to it, as far as that can be known
 * @param samples some of its records
 */
record FileExam(
        RollFile file,
        FileReport report,
        List<Finding> findings,
        ScanEnd end,
        long lastWritten,
        List<SequenceSamples.Sample> samples) {

    /** Whether Chronicle may open it: all its documents are where they were written. */
    boolean isSound() {
        return findings.stream()
                .noneMatch(finding -> finding.remedy() == Remedy.REWRITE || finding.remedy() == Remedy.SET_ASIDE);
    }

    /** Readers go on to the next file only from an end mark. */
    boolean isLeftOpen() {
        return end == ScanEnd.OPEN || end == ScanEnd.UNFINISHED;
    }
}
