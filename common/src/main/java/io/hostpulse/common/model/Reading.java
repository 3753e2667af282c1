package io.hostpulse.common.model;

/** What came of one attempt to read a source. "No data" is one of the outcomes, never an empty or zero value. */
public sealed interface Reading {

    /**
     * The source answered.
     *
     * @param fields what it measured
     */
    record Ok(Fields fields) implements Reading {}

    /**
     * The source cannot be read at present, and that is nobody's fault: a device that is asleep, a disk that is full.
     *
     * @param reason why, for a person; not blank
     */
    record Unavailable(String reason) implements Reading {
        /** Refuses a blank reason. */
        public Unavailable {
            requireReason(reason);
        }
    }

    /**
     * The attempt failed: an error, a deadline that passed.
     *
     * @param reason why, for a person; not blank
     */
    record Failed(String reason) implements Reading {
        /** Refuses a blank reason. */
        public Failed {
            requireReason(reason);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a reading without data needs a reason");
        }
    }
}
