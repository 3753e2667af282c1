package io.hostpulse.common.text;

import java.util.Map;

/**
 * Shows tones as colours, or not at all.
 *
 * @param coloured whether escape sequences may be written
 */
public record Style(boolean coloured) {

    /** For files, pipes and programs. */
    public static final Style PLAIN = new Style(false);

    /**
     * Follows the conventions: no colour into a pipe, none on a terminal that knows none, none when the user wants none.
     *
     * @param terminal whether a terminal takes the text
     * @param environment the variables of this process
     * @return the style of that text
     */
    public static Style of(boolean terminal, Map<String, String> environment) {
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = "dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return new Style(terminal && !unwanted && !dumb);
    }

    /**
     * Paints a text.
     *
     * @param text what is shown
     * @param tone what it means
     * @return the text, with escape sequences around it if they are wanted
     */
    public String paint(String text, Tone tone) {
        return coloured && tone != Tone.PLAIN && !text.isEmpty()
                ? "\u001b[" + tone.code() + "m" + text + "\u001b[0m"
                : text;
    }
}
