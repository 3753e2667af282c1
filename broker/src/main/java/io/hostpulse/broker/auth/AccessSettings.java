package io.hostpulse.broker.auth;

import io.hostpulse.common.config.ConfigNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The part of the section {@code broker} that says who may come in.
 *
 * @param mode who needs a token
 * @param allowsPlaintext whether tokens may cross the network unencrypted
 * @param origins web pages of other servers that may ask, as browsers name them in {@code Origin}, in lower case
 * @param hosts names this server answers to, besides its own
 * @param requestsPerSecond how many requests each address may send in the long run; in a second it may be twice as many
 */
public record AccessSettings(
        AccessMode mode, boolean allowsPlaintext, Set<String> origins, Set<String> hosts, int requestsPerSecond) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s*?#@]+|null");
    private static final Pattern HOST = Pattern.compile("[^:/\\s*?#@]+");

    /** What is not written. */
    public static final AccessSettings DEFAULT = new AccessSettings(AccessMode.REMOTE, false, Set.of(), Set.of(), 100);

    /** Copies the sets. */
    public AccessSettings {
        origins = Set.copyOf(origins);
        hosts = Set.copyOf(hosts);
    }

    /**
     * Reads the settings.
     *
     * @param broker the section
     * @return the settings
     */
    public static AccessSettings read(ConfigNode broker) {
        return new AccessSettings(
                broker.choice("auth", AccessMode.REMOTE),
                broker.flag("allow_plaintext_tokens", false),
                words(
                        broker,
                        "allowed_origins",
                        ORIGIN,
                        "an origin such as https://status.example.org, without a path"),
                words(broker, "allowed_hosts", HOST, "a name such as atlas.example.org, without a port"),
                broker.whole("rate_limit", DEFAULT.requestsPerSecond(), 1, 1_000_000));
    }

    private static Set<String> words(ConfigNode broker, String key, Pattern form, String wanted) {
        Set<String> words = new TreeSet<>();
        for (String word : broker.texts(key, List.of())) {
            if (form.matcher(word).matches()) {
                words.add(word.toLowerCase(Locale.ROOT));
            } else {
                broker.problem(key, "each must be " + wanted + "; wildcards are not understood");
            }
        }
        return words;
    }
}
