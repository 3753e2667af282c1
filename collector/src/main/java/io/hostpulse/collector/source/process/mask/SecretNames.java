package io.hostpulse.collector.source.process.mask;

import java.util.regex.Pattern;

/** Knows the names whose values are secrets. */
final class SecretNames {

    /** Any name that holds one of these, in capitals or not: {@code --dbPassword}, {@code GITHUB_TOKEN}, {@code api-key}. */
    private static final String WORDS =
            "passw(?:or)?d|passphrase|passcode|passin|passout|pwd|secret|token(?!i[sz])|credential|bearer"
                    + "|authorization|cookie|signature|session[._-]?id|(?<![a-z])(?:psk|otp|sig|auth|jwt)(?![a-z])"
                    + "|(?<!by|com)pass(?![a-z])"
                    + "|(?:api|access|secret|private|encryption|signing|master|account|shared|auth|client|session|license)"
                    + "[._-]?key";

    /**
     * Once found it is never tried again with other ends, and names begin at a boundary: otherwise the time would grow with the
     * square of the length.
     */
    private static final String BODY = "(?>[\\w.-]*(?:" + WORDS + ")[\\w.-]*)";

    /** A name, with at least one of the words. */
    static final String NAME = "(?<![\\w.-])" + BODY;

    private static final Pattern OPTION = Pattern.compile("--?" + BODY, flags());
    private static final Pattern WORD = Pattern.compile("[\\w.-]*(?:password|passphrase|psk)", flags());
    private static final Pattern ENDED = Pattern.compile("['\"]?" + NAME + "['\"]?[:=]", flags());

    /** What names a place where the secret is, or how it is asked for, and not the secret. */
    private static final Pattern HARMLESS = Pattern.compile(
            ".*[._-](?:file|path|dir|stdin|prompt|type|mode|method|ttl|length|name|url|uri|endpoint|host|port|sock)",
            flags());

    private SecretNames() {}

    static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /** An option without its value, which is the next argument. */
    static boolean isOption(String argument) {
        return OPTION.matcher(argument).matches() && !isHarmless(argument);
    }

    /** A bare word that some programs take instead of an option, as {@code nmcli … wifi-sec.psk x}; or {@code Password:}. */
    static boolean isWord(String argument) {
        return WORD.matcher(argument).matches()
                || (ENDED.matcher(argument).matches() && !isHarmless(argument.substring(0, argument.length() - 1)));
    }

    static boolean isHarmless(String name) {
        return HARMLESS.matcher(name).matches();
    }
}
