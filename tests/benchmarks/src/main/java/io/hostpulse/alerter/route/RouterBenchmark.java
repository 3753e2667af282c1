package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
 * One step of the router while a thousand alerts of fifty rules are on, of which five handlers were told. The alerting thread takes one
 * whenever something changes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class RouterBenchmark {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOON = 1_780_315_200L * SECOND;
    private static final int ALERTS = 1_000;
    private static final int RULES = 50;
    private static final int HANDLERS = 5;

    private Router router;
    private long now = NOON;
    private boolean on;

    /** Has everybody told of everything. */
    @Setup
    public void tell() {
        RoutingSettings settings = RoutingSettings.read(
                Config.load(ConfigSources.in(Path.of(System.getProperty("java.io.tmpdir"), "no-such-directory")))
                        .root()
                        .section("alerts"));
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < HANDLERS; i++) {
            recipients.add(
                    new Recipient("handler" + i, true, AlertLevel.INFO, List.of(), Map.of(), Optional.empty(), true));
        }
        router = new Router("atlas", settings, RuleRouting.NONE, recipients, new RoutingMemory());
        List<RoutingEvent> events = new ArrayList<>();
        for (int i = 0; i < ALERTS; i++) {
            events.add(changed(i, AlertState.FIRING));
        }
        router.step(now, events);
    }

    private RoutingEvent changed(int number, AlertState state) {
        AlertKey key = new AlertKey("rule" + number % RULES, "name=thing" + number);
        return new RoutingEvent.AlertChanged(new Alert(
                key.id(NOON),
                key,
                "component" + number % RULES,
                "percentage",
                AlertLevel.WARNING,
                state,
                Measured.of(91, 90),
                "it is high",
                NOON,
                now,
                state == AlertState.RESOLVED ? OptionalLong.of(now) : OptionalLong.empty(),
                false,
                Optional.empty(),
                List.of(),
                Map.of("team", "ops")));
    }

    /**
     * Only time has passed.
     *
     * @return what is to be done: nothing
     */
    @Benchmark
    public Decision nothingHappened() {
        now += 1_000_000;
        return router.step(now, List.of());
    }

    /**
     * One alert changed.
     *
     * @return what is to be done
     */
    @Benchmark
    public Decision oneAlertChanged() {
        now += 1_000_000;
        on = !on;
        return router.step(now, List.of(changed(0, on ? AlertState.RESOLVED : AlertState.FIRING)));
    }
}
