package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.io.IOException;

/**
 * A healthy stream of a few seconds and files, written once and copied for each damage, because its seconds are real ones.
 *
 * @param site where it lies
 * @param ledger what is in it
 */
record Template(Site site, Ledger ledger) {

    private static final int FILES = 7;

    /** Less than a file's, more than are needed to be damaged between others. */
    private static final int RECORDS = 60;

    static Template write(Scratch scratch) {
        Site site = scratch.site();
        Ledger ledger = new Ledger();
        try (Child writer = site.writer(ledger)) {
            Await.until("enough files", Trial.LIMIT, () -> files(site) >= FILES && ledger.count() > 0);
            int begun = ledger.count();
            Await.until("records in the newest file", Trial.LIMIT, () -> ledger.count() > begun + RECORDS);
            writer.say(Parent.STOP);
            writer.awaitExit(Trial.LIMIT);
        }
        return new Template(site, ledger);
    }

    private static int files(Site site) {
        try {
            return site.stream().toFile().exists()
                    ? StreamFiles.rolls(site.stream()).size()
                    : 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Site copyTo(Scratch scratch) throws IOException {
        Site copy = scratch.site();
        StreamFiles.copy(site.stream(), copy.stream());
        return copy;
    }
}
