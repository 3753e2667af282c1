package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Damages the files of a stream while a reader stands before the damage. Then that reader goes on, another one starts afresh, and
 * a writer continues: both readers must get every record that is still there and be told of every one that is not.
 *
 * @param damage what is done to the files
 * @param template the stream whose copies are damaged
 */
record DamagedFiles(FileDamage damage, SharedTemplate template) implements Scenario {

    /** In the second file. */
    private static final String HOLD_AT = "210";

    private static final int MORE = 50;

    @Override
    public String kind() {
        return damage.kind();
    }

    @Override
    public Goal goal() {
        return Goal.DETECTION;
    }

    @Override
    public void run(Trial trial) throws IOException {
        Template healthy = template.in(trial.scratch());
        int[] told = new int[2];
        for (int i = 0; i < trial.scale().repeats(); i++) {
            harm(trial, healthy.copyTo(trial.scratch()), healthy.ledger().copy(), told);
        }
        trial.tally().note("told as gap or damage to " + told[0] + " live and " + told[1] + " fresh readers");
    }

    private void harm(Trial trial, Site site, Ledger ledger, int[] told) throws IOException {
        ReaderLog live = new ReaderLog();
        ReaderLog fresh = new ReaderLog();
        try (Supervised liveReader = new Supervised("live reader", () -> liveReader(site, live))) {
            Await.until("the live reader stands before the damage", Trial.LIMIT, live::isHeld);
            damage.apply(
                    new FileDamage.Victim(site.stream(), openFile(liveReader.child(), site.stream())), trial.random());
            trial.tally().injected();
            Detection detection = new Detection(ledger, List.of(live, fresh));
            liveReader.child().say(Parent.GO);
            try (Supervised freshReader = new Supervised("fresh reader", () -> site.reader(fresh, "fresh"));
                    Supervised writer = new Supervised("writer", () -> site.writer(ledger, "--count", "" + MORE))) {
                List<Supervised> all = List.of(liveReader, freshReader, writer);
                detection.await(all, MORE, trial.tally());
                count(all, ledger, live, fresh, trial.tally());
            }
        }
        told[0] += live.gaps().isEmpty() && live.damages().isEmpty() ? 0 : 1;
        told[1] += fresh.gaps().isEmpty() && fresh.damages().isEmpty() ? 0 : 1;
        Scratch.delete(site.root());
    }

    // Once it has been held and let go, its next lives are not held again.
    private static Child liveReader(Site site, ReaderLog live) {
        return live.isHeld() ? site.reader(live, "live") : site.reader(live, "live", "--hold", HOLD_AT);
    }

    private static void count(List<Supervised> all, Ledger ledger, ReaderLog live, ReaderLog fresh, Tally tally) {
        TreeSet<Long> lost = new TreeSet<>(live.missingSilently(ledger));
        lost.addAll(fresh.missingSilently(ledger));
        tally.read(ledger, List.copyOf(lost));
        all.stream().map(Supervised::ends).filter(ends -> !ends.isEmpty()).forEach(tally::note);
    }

    /** The roll file that a reader has open. */
    private static Path openFile(Child reader, Path stream) throws IOException {
        try (Stream<Path> descriptors =
                Files.list(Path.of("/proc/" + reader.target().pid() + "/fd"))) {
            return descriptors
                    .map(DamagedFiles::target)
                    .filter(file -> file.startsWith(stream) && file.toString().endsWith(".cq4"))
                    .max(Path::compareTo)
                    .orElseThrow(() -> new AssertionError("the live reader has no file open"));
        }
    }

    private static Path target(Path link) {
        try {
            return Files.readSymbolicLink(link);
        } catch (IOException e) {
            return link;
        }
    }
}
