package io.hostpulse.alerter.control;

/** Carries out the orders of one kind. */
@FunctionalInterface
interface Action {

    /**
     * Checks an order, and if it can be carried out writes its effect with {@link Errand#effect}, in one entry.
     *
     * @throws RefusedException when it cannot be carried out, before anything has happened
     * @throws io.hostpulse.common.codec.RecordFormatException the same, when an argument is absent or strange
     */
    Done carryOut(Errand errand) throws RefusedException;
}
