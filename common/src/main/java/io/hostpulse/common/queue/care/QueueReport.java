package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a queue holds and what is wrong with it.
 *
 * @param directory the queue's directory
 * @param files its roll files, oldest first
 * @param findings what is not as it should be, in the order of the files
 */
public record QueueReport(Path directory, List<FileReport> files, List<Finding> findings) {

    /** Keeps copies. */
    public QueueReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * Tells whether all is well.
     *
     * @return whether there is no finding but notes
     */
    public boolean isClean() {
        return findings.stream().noneMatch(Finding::isProblem);
    }

    /**
     * Counts what can be read.
     *
     * @return whole records
     */
    public long records() {
        return files.stream().mapToLong(FileReport::records).sum();
    }

    /**
     * Counts what is gone, noted losses included.
     *
     * @return records, as far as that can be known
     */
    public long lost() {
        return findings.stream()
                .flatMap(finding -> finding.lost().stream())
                .mapToLong(Gap::count)
                .sum();
    }

    /**
     * Adds up the files.
     *
     * @return bytes
     */
    public long bytes() {
        return files.stream().mapToLong(FileReport::bytes).sum();
    }

    /**
     * Finds the oldest records.
     *
     * @return the first file with any
     */
    public Optional<FileReport> oldest() {
        return files.stream().filter(file -> !file.isEmpty()).findFirst();
    }

    /**
     * Finds the newest records.
     *
     * @return the last file with any
     */
    public Optional<FileReport> newest() {
        return files.stream().filter(file -> !file.isEmpty()).reduce((older, newer) -> newer);
    }
}
