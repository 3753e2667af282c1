package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets the disk fill up under a writer, frees space, and starts it again: nothing that was acknowledged is lost, and no reader gets
 * half a record.
 */
final class FullDisk implements Scenario {

    private static final int SIZE = 40;
    private static final int LEFT = 8;
    private static final int TEMPORARY = 75;

    @Override
    public String kind() {
        return "disk-full";
    }

    @Override
    public Goal goal() {
        return Goal.RECOVERY;
    }

    @Override
    public Optional<String> obstacle() {
        return Namespace.OF_MOUNTS.obstacle("mount", "-t", "tmpfs", "tmpfs", "/mnt");
    }

    @Override
    public void run(Trial trial) throws IOException {
        for (int i = 0; i < trial.scale().repeats(); i++) {
            Site outside = trial.scratch().site();
            Path root = Files.createDirectory(outside.root().resolve("disk"));
            try (SmallDisk disk = SmallDisk.mount(root, outside.root(), SIZE)) {
                fill(trial, disk, new Site(root, outside.jvm().behind(disk.inside())));
            }
            Scratch.delete(outside.root());
        }
    }

    private static void fill(Trial trial, SmallDisk disk, Site site) {
        Ledger ledger = new Ledger();
        try (Child writer = site.writer(ledger, "--rate", "2000", "--size", "2000")) {
            writer.awaitWork(Trial.LIMIT);
            disk.fill(LEFT);
            trial.tally().injected();
            int code = writer.awaitExit(Trial.LIMIT);
            if (code != TEMPORARY || !writer.errors().contains("the disk is full")) {
                trial.tally().problem("the writer ended with " + code + ": " + writer.errors());
            }
        }
        disk.free();
        try (Child writer = site.writer(ledger, "--rate", "2000", "--size", "2000", "--count", "200")) {
            trial.tally().survived(writer.awaitWork(Duration.ofSeconds(40)));
            writer.awaitExit(Trial.LIMIT);
        }
        read(trial, site, ledger);
    }

    private static void read(Trial trial, Site site, Ledger ledger) {
        ReaderLog fresh = new ReaderLog();
        try (Child reader = site.reader(fresh, "fresh")) {
            reader.awaitWork(Trial.LIMIT);
            Await.until("all is read", Trial.LIMIT, () -> fresh.missing(ledger).isEmpty());
        } finally {
            trial.tally().read(ledger, fresh.missing(ledger));
            Findings.nothingMissing(trial.tally(), fresh);
        }
    }
}
