package io.hostpulse.tests.faults;

import io.hostpulse.common.process.EpochClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills the writer while it creates a roll file, at a moment that sweeps over the first milliseconds of the second. */
final class RollKills implements Scenario {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long FROM = TimeUnit.MICROSECONDS.toNanos(-1000);
    private static final long TO = TimeUnit.MICROSECONDS.toNanos(19_000);

    @Override
    public String kind() {
        return "roll-kill";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public void run(Trial trial) throws IOException {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        int kills = trial.scale().rollKills();
        int struck = 0;
        for (int i = 0; i <= kills; i++) {
            try (Child writer = site.writer(ledger, "--rate", "1000")) {
                Duration restart = writer.awaitWork(Trial.LIMIT);
                if (i > 0) {
                    trial.tally().survived(restart);
                }
                if (i < kills) {
                    killAtRoll(writer, FROM + (TO - FROM) * i / Math.max(1, kills - 1));
                    trial.tally().injected();
                    struck += isHalfCreated(newest(site)) ? 1 : 0;
                }
            }
        }
        trial.tally().note(struck + " of " + kills + " kills left a file without a finished header");
        ReaderLog fresh = Census.of(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }

    private static void killAtRoll(Child writer, long offset) {
        long now = EpochClock.SYSTEM.nanos();
        long wait = SECOND - now % SECOND + offset;
        // At least a tenth of a second of life, so that its first records are not the roll.
        Pause.of(Duration.ofNanos(wait < SECOND / 10 ? wait + SECOND : wait));
        writer.kill();
    }

    private static Path newest(Site site) throws IOException {
        List<Path> files = StreamFiles.rolls(site.stream());
        return files.get(files.size() - 1);
    }

    /** The first word of a file is the length of its header, which carries a mark until it is written. */
    private static boolean isHalfCreated(Path file) throws IOException {
        try (RandomAccessFile words = new RandomAccessFile(file.toFile(), "r")) {
            int first = words.length() < Integer.BYTES ? 0 : Integer.reverseBytes(words.readInt());
            return first == 0 || (first & 0x8000_0000) != 0;
        }
    }
}
