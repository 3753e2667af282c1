package io.hostpulse.alerter.rule;

import io.hostpulse.benchmarks.Payloads;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One round of samples of seven streams through 10,000 rules. Rounds come twice a second, so a fifth of a core is 100 ms a round. One rule in
 * ten looks at a list, one in ten keeps a window of five minutes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RuleBenchmark {

    private static final int RULES = 10_000;
    private static final long ROUND = 500_000_000L;

    /** Streams beside the captured ones have the payload of one of them, as two sources of one kind do. */
    private static final List<String> STREAMS =
            List.of("disk", "memory", "network", "processor", "system", "memory-2", "network-2");

    private static final List<String> FIELDS = List.of(
            "disk.percentage",
            "memory.percentage",
            "network.bytes_recv_per_sec",
            "processor.usage_percent",
            "system.processes",
            "memory-2.swap.used",
            "network-2.connections.established");

    private static final List<String> LISTS =
            List.of("disk.mounts[*].percentage", "network.interfaces[*].bytes_recv", "processor.per_core_usage[*]");

    private final List<StreamName> names = STREAMS.stream().map(StreamName::new).toList();
    private final List<Reading> readings = new ArrayList<>();
    private RuleEngine engine;
    private long now;
    private long sequence;

    /**
     * Makes the rules and fills their windows.
     *
     * @throws IOException when a payload is not there
     */
    @Setup
    public void fill() throws IOException {
        PayloadReader reader = new PayloadReader();
        for (String stream : STREAMS) {
            readings.add(new Reading.Ok(
                    reader.read(Payloads.of(stream.split("-", 2)[0]).array())));
        }
        engine = new RuleEngine(RuleSet.of(rules()), "benchmark", transition -> {});
        now = 1_735_899_330_000_000_000L;
        names.forEach(name -> engine.expect(name, Duration.ofNanos(ROUND)));
        for (int round = 0; round < 700; round++) {
            sample();
        }
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int index = 0; index < RULES; index++) {
            rules.add(rule(index));
        }
        return rules;
    }

    // Thresholds that nothing reaches: alerts are rare, and looking is not.
    private static Rule rule(int index) {
        String metric = index % 10 == 0 ? LISTS.get(index / 10 % LISTS.size()) : FIELDS.get(index % FIELDS.size());
        RuleBuilder rule = RuleBuilder.of("rule" + index, metric)
                .limit(AlertLevel.WARNING, 1e15 + index)
                .limit(AlertLevel.CRITICAL, 2e15 + index)
                .holdFor(Duration.ofSeconds(index % 3));
        return index % 10 == 5 ? rule.measure(Windows.of(index)).build() : rule.build();
    }

    /**
     * Gives every stream's sample to every rule, and the time.
     *
     * @return the time
     */
    @Benchmark
    public long sample() {
        now += ROUND;
        sequence++;
        for (int index = 0; index < names.size(); index++) {
            engine.sample(names.get(index), now, sequence, readings.get(index));
        }
        engine.tick(now);
        return now;
    }
}
