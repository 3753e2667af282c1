package io.hostpulse.common.queue;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.queue.RetentionPlan.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes a stream's old files and consumers that are no more, at the first turn, at each roll and every minute. Used by the
 * stream's only writer, on its thread.
 */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final StreamPlace place;
    private final RetentionLimits limits;
    private final ChronicleFiles settings;
    private final Upkeep upkeep;
    private final RollFiles rollFiles;
    private final Registrations registrations;
    private final CursorWatch watch = new CursorWatch();
    private final TotalSize total;
    private long lastRun;

    Retention(StreamPlace place, RetentionLimits limits, ChronicleFiles settings, Upkeep upkeep) {
        this.place = place;
        this.limits = limits;
        this.settings = settings;
        this.upkeep = upkeep;
        this.rollFiles = new RollFiles(place.directory(), settings.rollCycle());
        this.registrations = new Registrations(place.cursors(), place.stream());
        this.total = new TotalSize(place.queues(), settings.rollCycle());
    }

    /**
     * Does what is due.
     *
     * @param now the present time, epoch nanoseconds
     * @param lastSequence the newest record's number
     */
    void doWork(long now, long lastSequence) {
        if (!isDue(now)) {
            return;
        }
        lastRun = now;
        try {
            tidy(now, lastSequence);
        } catch (IOException | QueueException e) {
            LOG.warn("stream {}: old files were not removed, trying again: {}", place.stream(), e.toString());
        }
    }

    private boolean isDue(long now) {
        return lastRun == 0 || now < lastRun || now - lastRun >= PAUSE || cycle(now) != cycle(lastRun);
    }

    private long cycle(long time) {
        return time / NANOS_PER_MILLI / settings.rollCycle().lengthInMillis();
    }

    private void tidy(long now, long lastSequence) throws IOException {
        List<RollFile> files = rollFiles.list();
        if (files.isEmpty()) {
            return;
        }
        RollFile newest = files.get(files.size() - 1);
        // A clock that was set a year ahead by mistake must not empty the queue: time goes on as files do.
        long time = Math.min(now, newest.end());
        List<Holder> holders = holders(newest, time);
        long own = files.stream().mapToLong(RollFile::bytes).sum();
        long cap = total.capFor(own, limits);
        RetentionPlan plan =
                RetentionPlan.of(files, holders, cap, time - limits.maxAge().toNanos());
        carryOut(plan, files.subList(plan.removed().size(), files.size()), now, lastSequence);
    }

    private List<Holder> holders(RollFile newest, long time) throws IOException {
        List<Holder> holders = new ArrayList<>();
        for (Registration cursor : registrations.list()) {
            Holder holder = new Holder(cursor, cursor.position().cycle());
            if (holder.cycle() >= newest.cycle()) {
                watch.passed(cursor);
            } else if (watch.isExpired(cursor, time, limits.cursorExpiry())) {
                giveUp(cursor);
            } else {
                holders.add(holder);
            }
        }
        return holders;
    }

    private void giveUp(Registration cursor) throws IOException {
        LOG.info(
                "stream {}: consumer {} has not moved from record {} since {}; its cursor is removed",
                place.stream(),
                cursor.consumer(),
                cursor.position().sequence(),
                Rfc3339.format(cursor.moved()));
        Files.deleteIfExists(cursor.file());
    }

    private void carryOut(RetentionPlan plan, List<RollFile> kept, long now, long lastSequence) throws IOException {
        if (!plan.overrun().isEmpty()) {
            report(new Losses(place).of(plan, kept, now, lastSequence));
        }
        for (RollFile file : plan.removed()) {
            Files.deleteIfExists(file.path());
            upkeep.onRemoved(file.bytes());
            LOG.info("stream {}: removed {}, {} bytes", place.stream(), nameOf(file), file.bytes());
        }
    }

    static Path nameOf(RollFile file) {
        return file.path().getFileName();
    }

    private void report(List<Overrun> overruns) throws IOException {
        for (Overrun overrun : overruns) {
            LOG.warn(
                    "stream {}: consumer {} lost records {} to {}: the stream reached its size limit with {} not yet read",
                    overrun.stream(),
                    overrun.consumer(),
                    overrun.lost().first(),
                    overrun.lost().last(),
                    overrun.file());
            upkeep.onOverrun(overrun);
        }
        OverrunLog.in(place.directory()).add(overruns);
    }
}
