package io.hostpulse.broker.ws.frame;

/** What is kept of all clients' unfinished messages together, so that many of them cannot fill the memory. One loop's thread. */
public final class HeldBytes {

    private final int most;
    private int held;

    /**
     * Starts with nothing.
     *
     * @param most in bytes
     */
    public HeldBytes(int most) {
        this.most = most;
    }

    boolean take(int bytes) {
        boolean fits = bytes <= most - held;
        held += fits ? bytes : 0;
        return fits;
    }

    void give(int bytes) {
        held -= bytes;
    }
}
