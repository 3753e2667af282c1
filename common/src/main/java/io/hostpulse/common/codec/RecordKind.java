package io.hostpulse.common.codec;

/** What a record's payload is about. The code is part of the format and never reused. */
public enum RecordKind {
    /** A successful reading: the payload is the source's fields. */
    OK(1),
    /** The source could not be read at present: the payload holds the reason. */
    UNAVAILABLE(2),
    /** Reading failed: the payload holds the reason. */
    FAILED(3);

    private final byte code;

    RecordKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static RecordKind of(byte code) {
        return switch (code) {
            case 1 -> OK;
            case 2 -> UNAVAILABLE;
            case 3 -> FAILED;
            default ->
                throw new RecordFormatException("record of unknown kind " + code
                        + ": it was written by a newer version; read it with that version");
        };
    }
}
