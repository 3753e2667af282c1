package io.hostpulse.history;

/** The history cannot be read or written. The message says what happened, to which file, and what to do. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** What kind of trouble it is, and with that whether it helps to try again. */
    public enum Failure {
        /** The disk is full: nothing of the transaction was written; it succeeds when there is room again. */
        DISK_FULL(true),
        /** Somebody else holds the database for a moment. */
        BUSY(true),
        /** The disk or the directory refuses; most often permissions, or hardware. */
        DISK_ERROR(true),
        /** The file is damaged: closing and opening for writing sets it aside and begins a new one. */
        DAMAGED(false),
        /** There is no history here yet: nobody has written one. */
        ABSENT(true),
        /** The file is none of ours, is of a newer version, or has another writer: a person must decide. */
        REFUSED(false),
        /** A defect in Hostpulse. */
        DEFECT(false);

        private final boolean mayPass;

        Failure(boolean mayPass) {
            this.mayPass = mayPass;
        }

        /**
         * Tells whether the same call can succeed later.
         *
         * @return whether to try again
         */
        public boolean mayPass() {
            return mayPass;
        }
    }

    HistoryException(Failure failure, String message) {
        this(failure, message, null);
    }

    HistoryException(Failure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /**
     * Tells what kind of trouble it is.
     *
     * @return the kind
     */
    public Failure failure() {
        return failure;
    }
}
