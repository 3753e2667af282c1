package io.hostpulse.common.config;

/** Makes a user's text fit to be shown: in quotes and not endless. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "'";
    }
}
