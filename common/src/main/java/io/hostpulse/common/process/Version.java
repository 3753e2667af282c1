package io.hostpulse.common.process;

/** The version of this build. */
public final class Version {

    /** As in the POM; a test compares the two. */
    public static final String CURRENT = "0.1.0";

    private Version() {}
}
