package io.hostpulse.common.codec;

/** Bytes that are no record of this format version, or that changed after they were written. */
public final class RecordFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with the bytes.
     *
     * @param message what was found and what was expected
     */
    public RecordFormatException(String message) {
        super(message);
    }
}
