package io.hostpulse.alerter.notify.email;

/** A message reached nobody; the text says why. It may repeat what a server said, so it is not yet fit to be shown. */
final class MailFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean isForGood;

    MailFailureException(String message, boolean isForGood, Throwable cause) {
        super(message, cause);
        this.isForGood = isForGood;
    }

    boolean isForGood() {
        return isForGood;
    }
}
