package io.hostpulse.alerter.notify;

import io.hostpulse.common.config.Secret;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Takes secrets out of what others said, which may repeat what they were sent. Immutable.
 *
 * @param secrets what must not be shown
 */
public record Redaction(List<Secret> secrets) {

    /** What an outcome's answer may hold. */
    private static final int LONGEST_ANSWER = 200;

    private static final int LONGEST_REASON = 400;

    /** Shorter ones are no secrets, and taking out each 5 or "on" would leave no message readable. */
    private static final int SHORTEST = 4;

    /** Longest first: a short one may be a part of a longer one. */
    public Redaction {
        secrets = secrets.stream()
                .filter(secret -> secret.reveal().length() >= SHORTEST)
                .sorted(Comparator.comparingInt(secret -> -secret.reveal().length()))
                .toList();
    }

    /**
     * Hides these.
     *
     * @param secrets what must not be shown
     * @return the redaction
     */
    public static Redaction of(Collection<Secret> secrets) {
        return new Redaction(List.copyOf(secrets));
    }

    /**
     * Makes a foreign text fit for the receipt of what was delivered.
     *
     * @param text any text, also one that is long or of several lines
     * @return one line of at most 200 characters, with {@code ***} where a secret was
     */
    public String answer(String text) {
        return line(text, LONGEST_ANSWER);
    }

    /**
     * Makes a foreign text fit for the reason why something was not delivered.
     *
     * @param text any text, also one that is long or of several lines
     * @return one line of at most 400 characters, with {@code ***} where a secret was
     */
    public String reason(String text) {
        return line(text, LONGEST_REASON);
    }

    private String line(String text, int most) {
        String safe = text;
        for (Secret secret : secrets) {
            safe = safe.replace(secret.reveal(), secret.toString());
        }
        return PlainText.line(safe, most);
    }
}
