package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.rule.metric.MetricPath;
import io.hostpulse.alerter.rule.window.WindowFunction;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.text.Nearest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one rule; what is not written is as in the rule that it is based on. */
final class RuleReader {

    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern M_OF_N = Pattern.compile("(\\d{1,3})\\s+of\\s+(\\d{1,3})");
    private static final List<String> FUNCTIONS =
            List.of("value", "average", "min", "max", "median", "p95", "rate", "change", "time_until_full");

    private final ConfigNode node;
    private final Rule base;
    private final boolean isNew;
    private final RuleBuilder rule;

    /** Reads a new rule, or one that is built in and may be written in part. */
    RuleReader(ConfigNode node, Rule base, boolean isNew) {
        this.node = node;
        this.base = base;
        this.isNew = isNew;
        this.rule = RuleBuilder.from(base);
    }

    Rule read() {
        MetricPath metric = metric();
        Measure measure = measure();
        Comparison comparison = comparison(measure);
        rule.metric(metric)
                .by(node.texts("by", base.by()))
                .measure(measure)
                .comparison(comparison)
                .tolerance(node.real("tolerance", base.condition().tolerance(), 0, Double.MAX_VALUE))
                .atLeast(duration(
                                        "at_least",
                                        Duration.ofMillis(
                                                (long) (base.condition().atLeast() * 1000)),
                                        DAY)
                                .toMillis()
                        / 1e3)
                .patience(patience(comparison))
                .goneAfter(duration("gone_after", base.goneAfter(), DAY))
                .alertOnMissing(alertOnMissing())
                .schedule(new ScheduleReader(node.section("when")).read(base.schedule()))
                .flapping(flapping(node.section("flapping"), base.flapping()))
                .wording(wording());
        boolean inTime = comparison == Comparison.NO_DATA || measure.isTime();
        new ThresholdReader(node, comparison, inTime)
                .read(isNew ? Optional.empty() : Optional.of(base.condition()), rule);
        Rule read = rule.build();
        check(read);
        return read;
    }

    private MetricPath metric() {
        Optional<String> written = node.optionalText("metric");
        if (written.isEmpty() && isNew) {
            node.problem("metric", "a rule needs a metric, such as memory.percentage");
        }
        try {
            return written.map(MetricPath::parse).orElse(base.metric());
        } catch (IllegalArgumentException bad) {
            node.problem("metric", bad.getMessage());
            return base.metric();
        }
    }

    private Measure measure() {
        WindowFunction.TimeUnit per =
                word("per", Word.of(WindowFunction.TimeUnit.class), WindowFunction.TimeUnit.SECOND);
        Optional<String> written = node.optionalText("function");
        Optional<WindowFunction> function = written.flatMap(name -> WindowFunction.named(name, per));
        if (written.isPresent() && function.isEmpty()) {
            node.problem("function", "must be one of " + String.join(", ", FUNCTIONS) + " or another percentile");
        }
        Duration over = node.duration("over", base.measure().over(), SHORTEST_WINDOW, LONGEST_WINDOW);
        String limit = node.text("limit", base.measure().limitField());
        OptionalDouble number = Quantities.parse(limit);
        boolean isField = !limit.isEmpty() && number.isEmpty();
        return new Measure(
                function.orElse(base.measure().function()),
                over,
                number.orElse(base.measure().limit()),
                isField ? limit : "");
    }

    private Comparison comparison(Measure measure) {
        Comparison usual = measure.isTime() ? Comparison.LESS_THAN : base.comparison();
        return word("condition", Word.of(Comparison.class), usual);
    }

    private <E extends Enum<E>> E word(String key, Map<String, E> words, E usual) {
        Optional<String> written = node.optionalText(key).map(text -> text.toLowerCase(Locale.ROOT));
        if (written.isEmpty() || words.containsKey(written.get())) {
            return written.map(words::get).orElse(usual);
        }
        node.problem(
                key,
                "must be one of " + String.join(", ", words.keySet()) + Nearest.hint(written.get(), words.keySet()));
        return usual;
    }

    private Duration duration(String key, Duration usual, Duration longest) {
        return node.duration(key, usual, Duration.ZERO, longest);
    }

    private Patience patience(Comparison comparison) {
        Duration holdFor = duration("for", base.patience().holdFor(), DAY);
        Duration keep = duration("keep_firing_for", base.patience().keepFiringFor(), DAY);
        int consecutive = node.whole("consecutive_violations", 0, 1, Patience.MAX_VALUES);
        Optional<String> violations = node.optionalText("violations");
        if (consecutive > 0 && violations.isPresent()) {
            node.problem("violations", "stands beside 'consecutive_violations': keep one of them");
        }
        int[] counts = consecutive > 0
                ? new int[] {consecutive, consecutive}
                : violations.map(this::counts).orElse(new int[] {
                    base.patience().violations(), base.patience().of()
                });
        if (comparison.isAboutAbsence() && (!holdFor.isZero() || counts[1] > 1)) {
            node.problem("for", "the threshold itself says for how long: leave this out");
            return new Patience(Duration.ZERO, 1, 1, keep);
        }
        return new Patience(holdFor, counts[0], counts[1], keep);
    }

    private int[] counts(String text) {
        Matcher matcher = M_OF_N.matcher(text);
        int count = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        int of = count > 0 ? Integer.parseInt(matcher.group(2)) : 0;
        if (count < 1 || count > of || of > Patience.MAX_VALUES) {
            node.problem(
                    "violations",
                    "must say how many of how many, such as '3 of 5', with at most " + Patience.MAX_VALUES);
            return new int[] {1, 1};
        }
        return new int[] {count, of};
    }

    private boolean alertOnMissing() {
        return word(
                        "on_missing",
                        Map.of("keep", OnMissing.KEEP, "alert", OnMissing.ALERT),
                        base.alertOnMissing() ? OnMissing.ALERT : OnMissing.KEEP)
                == OnMissing.ALERT;
    }

    private enum OnMissing {
        KEEP,
        ALERT
    }

    static FlappingLimit flapping(ConfigNode node, FlappingLimit base) {
        int changes = node.whole("changes", base.changes(), 0, FlappingLimit.MAX_CHANGES);
        Duration window = node.duration("window", base.window(), Duration.ofSeconds(1), DAY);
        return new FlappingLimit(changes, window);
    }

    private Wording wording() {
        Wording before = base.wording();
        Template message = new Template(node.text("message", before.message().text()));
        message.unknown()
                .forEach(name -> node.problem(
                        "message",
                        "there is no placeholder {" + name + "}" + Nearest.hint(name, Template.PLACEHOLDERS)
                                + "; there are " + String.join(", ", Template.PLACEHOLDERS)));
        Map<String, String> labels = new TreeMap<>(before.labels());
        ConfigNode written = node.section("labels");
        written.keys().forEach(key -> labels.put(key, written.text(key, "")));
        return new Wording(
                node.text("component", before.component()),
                node.text("as", before.metric()),
                message,
                word("unit", Word.of(Unit.class), before.unit()),
                labels);
    }

    private void check(Rule read) {
        if (!read.limits().isEmpty()) {
            LimitCheck.problem(read.condition()).ifPresent(problem -> node.problem(worst(read), problem));
        }
        boolean isNewest = read.measure().isNewest();
        if (read.comparison() == Comparison.STALE && !read.metric().isStream()) {
            node.problem("metric", "'stale' is about whole streams: write the stream's name alone, or '*'");
        } else if (read.metric().isStream() && !read.comparison().isAboutAbsence()) {
            node.problem("metric", "names a stream and no value in it, such as memory.percentage");
        }
        if (read.comparison().isAboutAbsence() && !isNewest) {
            node.problem("function", "does not go with 'no_data' and 'stale', which look at no values");
        }
        boolean words = read.limits().values().stream().anyMatch(Limit.Word.class::isInstance);
        if (words && !isNewest) {
            node.problem("function", "goes with numbers only, and a threshold is a text");
        }
    }

    private static String worst(Rule read) {
        List<AlertLevel> levels = List.copyOf(read.limits().keySet());
        return ThresholdReader.word(levels.get(levels.size() - 1));
    }

    /** Words of the configuration, as they are written there. */
    private static final class Word {

        static <E extends Enum<E>> Map<String, E> of(Class<E> words) {
            Function<E, String> written = word -> word.name().toLowerCase(Locale.ROOT);
            Map<String, E> map = new LinkedHashMap<>();
            Arrays.stream(words.getEnumConstants()).forEach(word -> map.put(written.apply(word), word));
            return map;
        }
    }
}
