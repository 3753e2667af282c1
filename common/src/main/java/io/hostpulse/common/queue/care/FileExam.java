package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.RollFile;
import java.nio.file.Files;
import java.util.List;

/**
 * One file, examined by itself.
 *
 * @param file which
 * @param report what it holds
 * @param findings what is wrong with it
 * @param ended whether it has the mark that sends readers on to the next file
 * @param lastWritten the number of the last record that was ever written to it, as far as that can be known
 * @param samples some of its records, backwards
 */
record FileExam(
        RollFile file,
        FileReport report,
        List<Finding> findings,
        boolean ended,
        long lastWritten,
        List<SequenceSamples.Sample> samples) {

    /** Whether Chronicle may open it: all its documents are where they were written. */
    boolean isSound() {
        return findings.stream()
                .noneMatch(finding -> finding.remedy() == Remedy.REWRITE || finding.remedy() == Remedy.SET_ASIDE);
    }

    boolean stillExists() {
        return Files.exists(file.path());
    }
}
