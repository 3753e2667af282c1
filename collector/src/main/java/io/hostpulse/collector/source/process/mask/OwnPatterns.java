package io.hostpulse.collector.source.process.mask;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The user's own patterns. */
record OwnPatterns(List<Pattern> patterns) {

    OwnPatterns {
        patterns = List.copyOf(patterns);
    }

    String mask(String text) {
        String shown = text;
        for (Pattern pattern : patterns) {
            shown = mask(pattern, shown);
        }
        return shown;
    }

    private static String mask(Pattern pattern, String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int copied = 0;
        for (MatchResult found : pattern.matcher(text).results().toList()) {
            int group = found.groupCount() > 0 && found.start(1) >= 0 ? 1 : 0;
            if (found.end(group) > found.start(group)) {
                shown.append(text, copied, found.start(group)).append(SecretMask.HIDDEN);
                copied = found.end(group);
            }
        }
        return shown.append(text, copied, text.length()).toString();
    }
}
