package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a queue's directory in order before a writer opens it; only whoever holds the writer's lock may. Files that Chronicle
 * would stumble over, or behind which it would hide new records, are moved to {@code quarantine/}; nothing is deleted but files
 * in which there is nothing. Their whole records are then written again, with the numbers they had.
 */
final class QueueRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(QueueRecovery.class);

    private final RollFiles files;
    private final Quarantine quarantine;

    QueueRecovery(RollFiles files) {
        this.files = files;
        this.quarantine = new Quarantine(files.directory());
    }

    /** Moves away what must not stay, and tells which files hold records that must be written again, oldest first. */
    List<Path> recover(long nowMillis) throws IOException {
        List<RollFile> all = files.list();
        for (RollFile file : all) {
            boolean newest = file == all.get(all.size() - 1);
            String problem = problemOf(file, newest, nowMillis);
            if (!problem.isEmpty()) {
                setAside(file, problem);
            }
        }
        MetadataFile.in(files.directory()).setAsideIfBroken(quarantine);
        return quarantine.unsaved();
    }

    private String problemOf(RollFile file, boolean newest, long nowMillis) throws IOException {
        if (files.isFuture(file, nowMillis)) {
            return "it is dated in the future";
        }
        if (!FileHeader.isSound(file.path())) {
            return "its header is broken";
        }
        // Older files are only read, and readers find their way around damage. In the newest one, too, a record whose
        // bytes
        // changed is only in its own way; but nothing must be appended where Chronicle cannot find the end.
        return newest ? DocumentChain.problemIn(file) : "";
    }

    private void setAside(RollFile file, String problem) throws IOException {
        if (FileHeader.isEmpty(file.path())) {
            Files.delete(file.path());
            LOG.info("removed {}: its creation was interrupted before anything was written", file.path());
            return;
        }
        Path kept = quarantine.takeUnsaved(file.path());
        LOG.warn("moved {} to {}: {}; its whole records are written again", file.path(), kept, problem);
    }
}
