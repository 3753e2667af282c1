package io.hostpulse.common.queue;

/**
 * Bytes of a stream that cannot be read as records. What is missing because of them is told as a gap with the next whole
 * record.
 *
 * @param file the name of the file
 * @param offset where in the file the damage begins
 * @param reason what is wrong
 */
public record Damage(String file, long offset, String reason) {

    @Override
    public String toString() {
        return file + " at byte " + offset + ": " + reason;
    }
}
