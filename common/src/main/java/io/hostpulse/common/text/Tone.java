package io.hostpulse.common.text;

/** What a piece of text means to its reader, apart from its words. */
public enum Tone {
    /** Nothing in particular. */
    PLAIN(""),
    /** All is well. */
    GOOD("32"),
    /** Worth a look. */
    WARN("33"),
    /** Broken. */
    BAD("31"),
    /** A heading. */
    HEAD("1"),
    /** Less important than what stands around it. */
    FAINT("2");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
