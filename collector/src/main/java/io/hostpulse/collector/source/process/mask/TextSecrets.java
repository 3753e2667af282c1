package io.hostpulse.collector.source.process.mask;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what is a secret by its form or by what stands right before it, wherever it is in a text. */
final class TextSecrets {

    /** A whole argument {@code NAME=value}: all of the value, whatever is in it. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<name>/?" + SecretNames.NAME + ")(?<sign>=).+", SecretNames.flags());

    /** A backslash takes the next quote into the value. The loop is bounded, because Java's takes room on the stack. */
    private static final String QUOTED = "\\\\?\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,64}\"?";

    /** {@code name=value}, {@code name: value} or {@code "name": value} inside a longer text, up to where the value ends, unless it is
     * hidden already. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?<name>" + SecretNames.NAME
                    + ")(?<sign>['\"\\\\]{0,2}\\s{0,8}[=:]\\s{0,8})(?!\\*{3}(?:['\"\\s]|$))(?<value>" + QUOTED
                    + "|'[^']*'?|[^\\s&;]+)",
            SecretNames.flags());

    /** A header whose value is all that follows, to the end of its quotes or of the text. */
    private static final Pattern HEADER = Pattern.compile(
            "(?<quote>['\"]?)(?<name>(?<![\\w.-])(?:proxy-authorization|authorization|set-cookie|cookie)\\s{0,8}:\\s{0,8})",
            SecretNames.flags());

    /** The password of an address, up to the last @. What follows the colon of a host is a port, and no password. */
    private static final Pattern ADDRESS =
            Pattern.compile("(://[^\\s:/?#@\"']{0,256}:)(?!\\d{1,5}(?:[/?#]|$))\\S{1,1024}(?=@)");

    /** A name without a password that is too long for a person's name is a token. */
    private static final Pattern TOKEN_ADDRESS = Pattern.compile("(://)[^\\s:/?#@]{16,1024}(?=@)");

    private static final Pattern SCHEME =
            Pattern.compile("(?<![\\w-])((?:bearer|basic|negotiate)\\s{1,8})[\\w.~+/=-]{6,}", SecretNames.flags());

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*", SecretNames.flags());

    /** Of their own form: AWS, JSON web tokens, GitHub, GitLab, Slack, Stripe, Google, npm, PyPI, others with sk-. */
    private static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9])(?:"
            + "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}"
            + "|eyJ[\\w-]{8,}[\\w.-]*"
            + "|gh[pousr]_\\w{16,}|github_pat_\\w{16,}|glpat-[\\w-]{16,}"
            + "|xox[a-z]-[\\w-]{8,}|[rs]k_(?:live|test)_\\w{8,}|AIza[\\w-]{30,}"
            + "|npm_\\w{30,}|pypi-[\\w-]{16,}|sk-[\\w-]{16,}|hv[sb]\\.[\\w-]{16,})");

    private TextSecrets() {}

    static String mask(String text) {
        Matcher assignment = ASSIGNMENT.matcher(text);
        if (assignment.matches() && !SecretNames.isHarmless(assignment.group("name"))) {
            return assignment.group("name") + assignment.group("sign") + SecretMask.HIDDEN;
        }
        String shown = header(text);
        shown = PRIVATE_KEY.matcher(shown).replaceAll(SecretMask.HIDDEN);
        shown = ADDRESS.matcher(shown).replaceAll("$1" + SecretMask.HIDDEN);
        shown = TOKEN_ADDRESS.matcher(shown).replaceAll("$1" + SecretMask.HIDDEN);
        shown = SCHEME.matcher(shown).replaceAll("$1" + SecretMask.HIDDEN);
        shown = TOKEN.matcher(shown).replaceAll(SecretMask.HIDDEN);
        return inside(shown);
    }

    private static String header(String text) {
        Matcher found = HEADER.matcher(text);
        StringBuilder shown = new StringBuilder(text.length());
        int copied = 0;
        while (found.find(copied)) {
            int end = end(text, found.group("quote"), found.end());
            shown.append(text, copied, found.end()).append(SecretMask.HIDDEN);
            copied = end;
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private static int end(String text, String quote, int from) {
        int end = quote.isEmpty() ? -1 : text.indexOf(quote, from);
        return end < 0 ? text.length() : end;
    }

    private static String inside(String text) {
        return INSIDE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(text.substring(found.start(), found.start(3))
                        + shown(text, found.start(), found.start(2), found.group(3))));
    }

    private static String shown(String text, int nameStart, int nameEnd, String value) {
        return SecretNames.isHarmless(text.substring(nameStart, nameEnd)) ? value : quoted(value);
    }

    /** The quotes stay, so that the rest of the text reads as before. */
    private static String quoted(String value) {
        char first = value.charAt(0);
        if (first != '"' && first != '\'') {
            return SecretMask.HIDDEN;
        }
        boolean closed = value.length() > 1 && value.charAt(value.length() - 1) == first;
        return first + SecretMask.HIDDEN + (closed ? first : "");
    }
}
