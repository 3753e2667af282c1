package io.hostpulse.common.queue;

import io.hostpulse.common.queue.RollFileReader.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /** A file that begins later than this is from a clock that was wrong; a step of an hour or two is not worth a move. */
    private static final long FUTURE_MILLIS = 3 * 60 * 60 * 1000L;

    private final RollFiles files;
    private final Quarantine quarantine;

    QueueRecovery(RollFiles files) {
        this.files = files;
        this.quarantine = new Quarantine(files.directory());
    }

    /** Moves away what must not stay and tells which of it may hold records. */
    List<RollFile> recover(long nowMillis) throws IOException {
        List<RollFile> moved = new ArrayList<>();
        List<RollFile> all = files.list();
        for (RollFile file : all) {
            boolean newest = file == all.get(all.size() - 1);
            String problem = problemOf(file, newest, nowMillis);
            if (!problem.isEmpty()) {
                setAside(file, problem, moved);
            }
        }
        MetadataFile.in(files.directory()).setAsideIfBroken(quarantine);
        return moved;
    }

    private String problemOf(RollFile file, boolean newest, long nowMillis) throws IOException {
        if (files.beginOf(file.cycle()) > nowMillis + FUTURE_MILLIS) {
            return "it is dated in the future";
        }
        if (!FileHeader.isSound(file.path())) {
            return "its header is broken";
        }
        // Older files are only read, and readers find their way around damage; checking all would cost a second a
        // gigabyte.
        return newest ? damageOf(file) : "";
    }

    private static String damageOf(RollFile file) throws IOException {
        try (RollFileReader reader = new RollFileReader(file)) {
            Found found = reader.next();
            while (found == Found.RECORD) {
                found = reader.next();
            }
            if (found == Found.DAMAGE) {
                return "damaged at byte " + reader.offset() + ", " + reader.damage();
            }
            return found == Found.NOTHING_YET && reader.hasRecordBehind() ? "records lie behind a hole" : "";
        }
    }

    private void setAside(RollFile file, String problem, List<RollFile> moved) throws IOException {
        if (FileHeader.isEmpty(file.path())) {
            Files.delete(file.path());
            LOG.info("removed {}: its creation was interrupted before anything was written", file.path());
            return;
        }
        Path kept = quarantine.take(file.path());
        LOG.warn("moved {} to {}: {}; its whole records are written again", file.path(), kept, problem);
        moved.add(new RollFile(file.cycle(), kept));
    }
}
