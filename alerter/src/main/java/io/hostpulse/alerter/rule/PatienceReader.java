package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code for}, {@code consecutive_violations}, {@code violations} and {@code keep_firing_for}. */
final class PatienceReader {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern M_OF_N = Pattern.compile("(\\d{1,3})\\s+of\\s+(\\d{1,3})");

    private final ConfigNode node;

    PatienceReader(ConfigNode node) {
        this.node = node;
    }

    Patience read(Patience base, Comparison comparison) {
        Duration holdFor = node.duration("for", base.holdFor(), Duration.ZERO, LONGEST);
        Duration keep = node.duration("keep_firing_for", base.keepFiringFor(), Duration.ZERO, LONGEST);
        Patience counts = counts(base);
        if (comparison.isAboutAbsence() && (!holdFor.isZero() || counts.of() > 1)) {
            node.problem("for", "the threshold itself says for how long: leave this out");
            return Patience.NONE;
        }
        return new Patience(holdFor, counts.violations(), counts.of(), keep);
    }

    private Patience counts(Patience base) {
        int consecutive = node.whole("consecutive_violations", 0, 1, Patience.MAX_VALUES);
        Optional<String> violations = node.optionalText("violations");
        if (consecutive > 0 && violations.isPresent()) {
            node.problem("violations", "stands beside 'consecutive_violations': keep one of them");
        }
        if (consecutive > 0) {
            return counts(consecutive, consecutive);
        }
        return violations.map(this::counts).orElse(base);
    }

    private Patience counts(String text) {
        Matcher matcher = M_OF_N.matcher(text);
        int count = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int of = count > 0 ? Integer.parseInt(matcher.group(2)) : 0;
        if (count < 1 || count > of || of > Patience.MAX_VALUES) {
            node.problem(
                    "violations",
                    "must say how many of how many, such as '3 of 5', with at most " + Patience.MAX_VALUES);
            return Patience.NONE;
        }
        return counts(count, of);
    }

    private static Patience counts(int count, int of) {
        return new Patience(Duration.ZERO, count, of, Duration.ZERO);
    }
}
