package io.hostpulse.tests.faults;

import io.hostpulse.tests.faults.Deliveries.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills the alerter between the arrival of a notification and its receipt: before the far end has answered, or just after. Each of
 * its lives begins with an alert that began while nobody lived.
 */
final class AlerterKills implements Scenario {

    private static final Duration AFTER_ANSWER = Duration.ofMillis(40);

    /** A kill of the alerter takes two JVM starts' worth of work, so there are fewer of them. */
    private static final int SHARE = 10;

    @Override
    public String kind() {
        return "alerter-kill";
    }

    @Override
    public Goal goal() {
        return Goal.ALERTER_RESTART;
    }

    @Override
    public void run(Trial trial) throws InterruptedException {
        Deliveries deliveries = new Deliveries();
        try (WebhookReceiver receiver = new WebhookReceiver(deliveries)) {
            AlertSite site = AlertSite.of(
                    trial.scratch().site(),
                    List.of(
                            "type: webhook",
                            "url: 'http://127.0.0.1:" + receiver.port() + "/'",
                            "allow_private: true"));
            List<String> names = new ArrayList<>();
            try (Switchboard switches = new Switchboard(site.queues())) {
                int kills = Math.max(3, trial.scale().kills() / SHARE);
                for (int i = 0; i < kills; i++) {
                    live(trial, new Life(site, receiver, deliveries, switches, names), i > 0);
                }
                end(trial, new Life(site, receiver, deliveries, switches, names));
            }
            count(trial.tally(), deliveries, names);
            Scratch.delete(site.root());
        }
    }

    private record Life(
            AlertSite site, WebhookReceiver receiver, Deliveries deliveries, Switchboard switches, List<String> names) {

        Telling turnOn() {
            String name = String.format(Locale.ROOT, "s%04d", names.size());
            names.add(name);
            switches.turnOn(name);
            return new Telling(name, true);
        }
    }

    private static void live(Trial trial, Life life, boolean again) throws InterruptedException {
        Telling whileNobodyLived = life.turnOn();
        long start = System.nanoTime();
        try (Child alerter = life.site().alerter()) {
            life.deliveries().await(whileNobodyLived, Trial.LIMIT);
            if (again) {
                trial.tally().survived(Duration.ofNanos(System.nanoTime() - start));
            }
            boolean beforeAnswer = trial.random().nextBoolean();
            CountDownLatch killed = new CountDownLatch(1);
            if (beforeAnswer) {
                life.receiver().beforeAnswer(() -> await(killed));
            }
            life.deliveries().await(life.turnOn(), Trial.LIMIT);
            if (!beforeAnswer) {
                Pause.of(trial.upTo(AFTER_ANSWER));
            }
            alerter.kill();
            life.receiver().beforeAnswer(() -> {});
            killed.countDown();
            trial.tally().injected();
        }
    }

    // The far end's thread: it must not hang when the scenario is broken off.
    private static void await(CountDownLatch killed) {
        try {
            killed.await(Trial.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Trial trial, Life life) {
        long start = System.nanoTime();
        try (Child alerter = life.site().alerter()) {
            life.deliveries().await(life.turnOn(), Trial.LIMIT);
            trial.tally().survived(Duration.ofNanos(System.nanoTime() - start));
            life.names().forEach(life.switches()::turnOff);
            life.names().forEach(name -> life.deliveries().await(new Telling(name, false), Trial.LIMIT));
            alerter.kill();
        }
    }

    private static void count(Tally tally, Deliveries deliveries, List<String> names) {
        List<String> missing = names.stream()
                .filter(name -> !deliveries.has(new Telling(name, true)) || !deliveries.has(new Telling(name, false)))
                .toList();
        tally.told(2L * names.size(), missing);
        tally.duplicates(deliveries.repeated());
        if (!deliveries.underSeveralKeys().isEmpty()) {
            tally.problem("told under several keys: " + deliveries.underSeveralKeys());
        }
    }
}
