package io.hostpulse.tests.faults;

/** Turns what a reader found into problems where there should be nothing to find. */
final class Findings {

    private Findings() {}

    static void none(Tally tally, ReaderLog log) {
        nothingMissing(tally, log);
        if (!log.damages().isEmpty()) {
            tally.problem("damages: " + log.damages());
        }
    }

    /** Damage may be told, as long as every record came, and in order. */
    static void nothingMissing(Tally tally, ReaderLog log) {
        if (!log.gaps().isEmpty()) {
            tally.problem("gaps: " + log.gaps());
        }
        if (!log.outOfOrder().isEmpty()) {
            tally.problem("out of order: " + log.outOfOrder());
        }
    }
}
