package io.hostpulse.alerter.control;

/**
 * An order was carried out as far as the journal goes.
 *
 * @param result what came of it, for whoever asked; may be empty
 * @param afterwards what follows from the answer itself, once that is in the journal: after a crash it follows from there
 */
record Done(String result, Runnable afterwards) {

    /** Nothing to tell. */
    static final Done PLAINLY = with("");

    static Done with(String result) {
        return new Done(result, () -> {});
    }
}
