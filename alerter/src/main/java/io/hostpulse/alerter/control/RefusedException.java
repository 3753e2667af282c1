package io.hostpulse.alerter.control;

/** An order is not carried out, and nothing has happened. The message says why, and what there is instead. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
