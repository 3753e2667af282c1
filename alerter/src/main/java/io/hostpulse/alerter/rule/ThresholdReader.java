package io.hostpulse.alerter.rule;

import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads {@code info}, {@code warning}, {@code critical} and {@code clear} of one rule. */
final class ThresholdReader {

    static final String NONE = "none";

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final ConfigNode node;
    private final ConfigNode clear;
    private final Comparison comparison;
    private final boolean inTime;

    ThresholdReader(ConfigNode node, Comparison comparison, boolean inTime) {
        this.node = node;
        this.clear = node.section("clear");
        this.comparison = comparison;
        this.inTime = inTime;
    }

    /** Reads them all; a level that is not written stays as it is, one that is written as 'none' goes. */
    void read(Optional<Condition> before, RuleBuilder rule) {
        Optional<Condition> base = before.filter(condition -> condition.comparison() == comparison);
        Map<AlertLevel, Limit> enter = new EnumMap<>(AlertLevel.class);
        for (AlertLevel level : AlertLevel.values()) {
            Limit known = base.map(condition -> condition.enter().get(level)).orElse(null);
            one(node, word(level), known).ifPresent(limit -> enter.put(level, limit));
        }
        double margin = margin();
        rule.noLimits();
        for (AlertLevel level : AlertLevel.values()) {
            Limit leave = leave(level, enter.get(level), base, margin);
            if (enter.containsKey(level)) {
                rule.limit(level, enter.get(level), leave);
            }
        }
        checkEnough(enter);
    }

    private void checkEnough(Map<AlertLevel, Limit> enter) {
        if (enter.isEmpty()) {
            node.problem("warning", "a rule needs a threshold: write info, warning or critical");
        }
    }

    static String word(AlertLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private Optional<Limit> one(ConfigNode from, String key, Limit base) {
        if (comparison == Comparison.OUTSIDE) {
            return range(from, key, base);
        }
        Optional<String> text = from.optionalText(key);
        if (text.isEmpty()) {
            return Optional.ofNullable(base);
        }
        if (text.get().equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        return inTime ? time(from, key) : quantity(from, key, text.get());
    }

    private Optional<Limit> time(ConfigNode from, String key) {
        Duration time = from.duration(key, null, Duration.ZERO, LONGEST);
        return Optional.ofNullable(time).map(known -> new Limit.Number(known.toMillis() / 1e3));
    }

    private Optional<Limit> quantity(ConfigNode from, String key, String text) {
        OptionalDouble number = Quantities.parse(text);
        if (number.isPresent()) {
            return Optional.of(new Limit.Number(number.getAsDouble()));
        }
        if (comparison.isEquality()) {
            return Optional.of(new Limit.Word(text));
        }
        from.problem(key, Quantities.FORM);
        return Optional.empty();
    }

    private Optional<Limit> range(ConfigNode from, String key, Limit base) {
        List<String> texts = from.texts(key, List.of());
        if (texts.isEmpty()) {
            return Optional.ofNullable(base);
        }
        if (texts.size() == 1 && texts.get(0).equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        List<OptionalDouble> ends = texts.stream().map(Quantities::parse).toList();
        boolean two = ends.size() == 2 && ends.stream().allMatch(OptionalDouble::isPresent);
        if (!two || ends.get(0).getAsDouble() >= ends.get(1).getAsDouble()) {
            from.problem(key, "must be the lowest and the highest normal value, such as [10, 90]");
            return Optional.empty();
        }
        return Optional.of(
                new Limit.Range(ends.get(0).getAsDouble(), ends.get(1).getAsDouble()));
    }

    // NaN when it is not written.
    private double margin() {
        String key = "margin";
        Optional<Limit> margin = comparison == Comparison.OUTSIDE
                ? clear.optionalText(key).flatMap(text -> quantity(clear, key, text))
                : one(clear, key, null);
        if (margin.isPresent() && (comparison.isEquality() || comparison.isAboutAbsence())) {
            clear.problem(key, "only a rule with a lower or upper limit can be cleared by a margin");
            return Double.NaN;
        }
        if (margin.isPresent() && !(margin.get() instanceof Limit.Number number && number.value() >= 0)) {
            clear.problem(key, "must not be negative: it is how far behind the threshold the value has to go");
            return Double.NaN;
        }
        return margin.map(limit -> ((Limit.Number) limit).value()).orElse(Double.NaN);
    }

    private Limit leave(AlertLevel level, Limit enter, Optional<Condition> base, double margin) {
        Optional<Limit> written = one(clear, word(level), null);
        if (written.isPresent()) {
            return checked(level, enter, written.get());
        }
        if (!Double.isNaN(margin)) {
            return moved(level, enter, margin);
        }
        return enter instanceof Limit.Number number && base.isPresent()
                ? new Limit.Number(number.value() + base.get().margin(level))
                : enter;
    }

    private Limit checked(AlertLevel level, Limit enter, Limit leave) {
        if (comparison.isEquality() || comparison.isAboutAbsence()) {
            clear.problem(word(level), "only a rule with a lower or upper limit can have one");
        } else if (enter == null) {
            clear.problem(word(level), "the rule has no threshold for this level");
        } else if (!isBehind(leave, enter)) {
            clear.problem(
                    word(level),
                    "must be on the normal side of the threshold: that is where the value has to go back to");
        } else {
            return leave;
        }
        return enter;
    }

    private boolean isBehind(Limit leave, Limit enter) {
        if (leave instanceof Limit.Range inner && enter instanceof Limit.Range outer) {
            return inner.low() >= outer.low() && inner.high() <= outer.high();
        }
        double left = ((Limit.Number) leave).value();
        double entered = ((Limit.Number) enter).value();
        return comparison.isDownward() ? left >= entered : left <= entered;
    }

    private Limit moved(AlertLevel level, Limit enter, double margin) {
        if (enter instanceof Limit.Range range) {
            if (range.low() + margin >= range.high() - margin) {
                clear.problem("margin", "leaves nothing of the normal range of " + word(level));
                return enter;
            }
            return new Limit.Range(range.low() + margin, range.high() - margin);
        }
        return enter instanceof Limit.Number number
                ? new Limit.Number(number.value() + (comparison.isDownward() ? margin : -margin))
                : enter;
    }
}
