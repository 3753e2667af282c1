package io.hostpulse.tests.faults;

/** A second writer must be told by whom the stream is written, and end as one that may be started again later. */
final class Refusal {

    private static final int TEMPORARY = 75;

    private Refusal() {}

    static void of(Site site, Child first, Tally tally) {
        Ledger none = new Ledger();
        try (Child second = site.writer(none)) {
            int code = second.awaitExit(Trial.LIMIT);
            String said = second.errors();
            boolean clear = said.contains(
                    "already has a writer (fault-writer, pid " + first.target().pid());
            if (code != TEMPORARY || !clear || none.count() > 0) {
                tally.problem("the second writer ended with " + code + " after " + none.count() + " records: " + said);
            }
        }
    }
}
