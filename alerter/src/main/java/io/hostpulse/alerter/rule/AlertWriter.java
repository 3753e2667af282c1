package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Writes down alerts of one rule about one thing as they stand. Immutable. */
final class AlertWriter {

    private static final double NANOS = 1e9;

    private final Rule rule;
    private final AlertKey key;
    private final Wordings wordings;

    AlertWriter(Rule rule, String host, String stream, String dimension) {
        this.rule = rule;
        this.key = new AlertKey(rule.name(), dimension);
        this.wordings = new Wordings(rule, host, stream, dimension);
    }

    AlertKey key() {
        return key;
    }

    Alert active(Episode episode, Observed observed, double absentFor) {
        AlertState state = episode.acknowledged().isPresent() ? AlertState.ACKNOWLEDGED : AlertState.FIRING;
        String message = wordings.message(episode.level(), observed, seconds(episode, absentFor));
        return alert(episode, state, observed, message, OptionalLong.empty());
    }

    Alert pending(Episode episode, Observed observed, double absentFor) {
        String message = wordings.message(episode.level(), observed, seconds(episode, absentFor));
        return alert(episode, AlertState.PENDING, observed, message, OptionalLong.empty());
    }

    Alert resolved(Episode episode, Observed observed, double absentFor, ResolveReason why) {
        String message = wordings.resolved(episode.level(), observed, seconds(episode, absentFor), why);
        return alert(episode, AlertState.RESOLVED, observed, message, OptionalLong.of(episode.updated()));
    }

    private double seconds(Episode episode, double absentFor) {
        return rule.comparison().isAboutAbsence() ? absentFor : (episode.updated() - episode.since()) / NANOS;
    }

    private Alert alert(Episode episode, AlertState state, Observed observed, String message, OptionalLong resolvedAt) {
        return new Alert(
                episode.id(),
                key,
                wordings.component(),
                wordings.metric(),
                episode.level(),
                state,
                measured(episode, observed),
                message,
                episode.since(),
                episode.updated(),
                resolvedAt,
                episode.isFlapping(),
                episode.acknowledged(),
                episode.notes(),
                rule.wording().labels());
    }

    private Measured measured(Episode episode, Observed observed) {
        if (rule.comparison().isAboutAbsence()) {
            return Measured.NOTHING;
        }
        return new Measured(
                known(observed.number()), threshold(episode.level(), observed.number()), known(episode.peak()));
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private OptionalDouble threshold(AlertLevel level, double value) {
        Limit limit = rule.limits().get(level);
        if (limit instanceof Limit.Number number) {
            return OptionalDouble.of(number.value());
        }
        // The end that is nearer to the value, or was.
        return limit instanceof Limit.Range range
                ? OptionalDouble.of(value < (range.low() + range.high()) / 2 ? range.low() : range.high())
                : OptionalDouble.empty();
    }
}
