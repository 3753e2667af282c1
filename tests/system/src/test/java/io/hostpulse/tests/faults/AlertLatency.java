package io.hostpulse.tests.faults;

import io.hostpulse.tests.faults.Deliveries.Telling;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Measures how long an alert takes from the sample that shows it to its arrival, while nothing is broken. */
final class AlertLatency implements Scenario {

    /** So that the first alerts do not measure how the alerter's classes are loaded. */
    private static final int WARM_UP = 20;

    private static final int PER_REPEAT = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    @Override
    public String kind() {
        return "alert-latency";
    }

    @Override
    public Goal goal() {
        return Goal.TELLING;
    }

    @Override
    public void run(Trial trial) {
        Deliveries deliveries = new Deliveries();
        try (WebhookReceiver receiver = new WebhookReceiver(deliveries)) {
            AlertSite site = AlertSite.of(
                    trial.scratch().site(),
                    List.of(
                            "type: webhook",
                            "url: 'http://127.0.0.1:" + receiver.port() + "/'",
                            "allow_private: true"));
            try (Switchboard switches = new Switchboard(site.queues());
                    Child alerter = site.alerter()) {
                for (int i = 0; i < WARM_UP + PER_REPEAT * trial.scale().repeats(); i++) {
                    Telling on = new Telling(String.format(Locale.ROOT, "s%04d", i), true);
                    long sampled = switches.turnOn(on.name());
                    deliveries.await(on, Trial.LIMIT);
                    if (i >= WARM_UP) {
                        trial.tally().injected();
                        trial.tally().survived(Duration.ofNanos(deliveries.arrival(on) - sampled));
                    }
                    switches.turnOff(on.name());
                    Pause.of(trial.upTo(LONGEST_PAUSE));
                }
                alerter.kill();
            }
            trial.tally().told(trial.scale().repeats() * (long) PER_REPEAT, List.of());
            trial.tally().duplicates(deliveries.repeated());
            Scratch.delete(site.root());
        }
    }
}
