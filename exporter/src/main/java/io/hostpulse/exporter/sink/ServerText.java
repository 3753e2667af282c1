package io.hostpulse.exporter.sink;

import io.hostpulse.common.config.Secret;
import java.util.Comparator;
import java.util.List;

/**
 * Makes what a server said fit for a reason: one line, not long, and without the secrets it was sent, which it may have repeated.
 * Immutable.
 *
 * @param secrets what must not be shown
 */
public record ServerText(List<Secret> secrets) {

    private static final int LONGEST = 400;

    /** Shorter ones are no secrets, and taking out each "a" would leave nothing readable. */
    private static final int SHORTEST = 4;

    /** Longest first: a short one may be a part of a longer one. */
    public ServerText {
        secrets = secrets.stream()
                .filter(secret -> secret.reveal().length() >= SHORTEST)
                .sorted(Comparator.comparingInt(secret -> -secret.reveal().length()))
                .toList();
    }

    /**
     * Makes a reason.
     *
     * @param said any text
     * @return one line of at most 400 characters, with {@code ***} where a secret was
     */
    public String reason(String said) {
        String safe = said;
        for (Secret secret : secrets) {
            safe = safe.replace(secret.reveal(), secret.toString());
        }
        String line = safe.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
