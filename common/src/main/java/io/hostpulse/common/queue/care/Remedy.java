package io.hostpulse.common.queue.care;

/** What a repair does about a finding. */
public enum Remedy {
    /** The file's whole records are written into a new one; the old one is kept in quarantine. */
    REWRITE("repair writes its whole records into a new file"),
    /** The file goes to quarantine, and its records to the end of the queue. */
    MOVE_RECORDS("repair writes its records to the end of the queue"),
    /** The file goes to quarantine. */
    SET_ASIDE("repair moves it to quarantine"),
    /** The metadata goes to quarantine and is made anew from the files. */
    REBUILD("repair makes it anew"),
    /** Nothing brings the records back; the loss is noted, so that it is no problem any more. */
    NOTE_LOSS("repair notes the loss"),
    /** Nothing. */
    NONE("");

    private final String text;

    Remedy(String text) {
        this.text = text;
    }

    /**
     * Describes it.
     *
     * @return half a sentence; empty when nothing is done
     */
    public String text() {
        return text;
    }
}
