package io.hostpulse.collector.source.process.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Shows a command line without the secrets in it, as far as they can be told: by the option or variable that they follow
 * ({@code --password x}, {@code DB_TOKEN=x}), by the program whose option they are ({@code mysql -px}), by their place in an
 * address ({@code user:x@host}) or a header, and by their own form (AWS keys, JSON web tokens, private keys). In doubt it
 * hides: what was hidden too much can be looked up on the machine, what was shown cannot be taken back.
 *
 * <p>An argument that is a command line itself, as that of {@code sh -c}, is looked through word by word. The time is
 * bounded by a small multiple of the text's length, whatever is in it. Immutable and thread-safe.
 */
public final class SecretMask {

    /** What is shown in place of a secret. */
    public static final String HIDDEN = "***";

    private final OwnPatterns own;

    /**
     * Makes a mask.
     *
     * @param own the user's patterns, besides the built-in ones: where one of them has a group, what its first group matches
     *     is hidden, otherwise all that it matches
     */
    public SecretMask(List<Pattern> own) {
        this.own = new OwnPatterns(own);
    }

    /**
     * Puts a command line together without its secrets.
     *
     * @param arguments the program and its arguments as the system has them
     * @return the arguments with blanks between them
     */
    public String mask(List<String> arguments) {
        CommandWords words = new CommandWords();
        List<String> shown = new ArrayList<>(arguments.size());
        for (String argument : arguments) {
            shown.add(argument(argument, words));
        }
        return own.mask(String.join(" ", shown));
    }

    private static String argument(String argument, CommandWords words) {
        String shown = words.mask(argument);
        return shown.equals(argument) ? Script.mask(TextSecrets.mask(argument)) : shown;
    }
}
