package io.hostpulse.tests.faults;

import io.hostpulse.tests.faults.Deliveries.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes the mail server away while alerts begin, and brings it back: every mail must come, once. */
final class MailOutage implements Scenario {

    private static final int ALERTS = 20;

    @Override
    public String kind() {
        return "mail-outage";
    }

    @Override
    public Goal goal() {
        return Goal.CATCH_UP;
    }

    @Override
    public void run(Trial trial) {
        Deliveries deliveries = new Deliveries();
        try (MailServer mail = new MailServer(deliveries)) {
            AlertSite site = AlertSite.of(
                    trial.scratch().site(),
                    List.of(
                            "type: email",
                            "host: 127.0.0.1",
                            "port: " + mail.port(),
                            "tls: none",
                            "from: hostpulse@example.org",
                            "to: [ops@example.org]"));
            try (Switchboard switches = new Switchboard(site.queues());
                    Child alerter = site.alerter()) {
                Telling before = turnOn(switches, 0);
                deliveries.await(before, Trial.LIMIT);
                mail.goAway();
                trial.tally().injected();
                List<Telling> meanwhile = new ArrayList<>();
                for (int i = 1; i <= ALERTS; i++) {
                    meanwhile.add(turnOn(switches, i));
                    Pause.of(trial.scale().outage().dividedBy(ALERTS));
                }
                mail.comeBack();
                long back = System.nanoTime();
                Duration limit = goal().limit().multipliedBy(trial.scale().patience());
                meanwhile.forEach(one -> deliveries.await(one, limit));
                trial.tally().survived(Duration.ofNanos(System.nanoTime() - back));
                alerter.kill();
            }
            trial.tally().told(ALERTS + 1L, List.of());
            trial.tally().duplicates(deliveries.repeated());
            if (!deliveries.underSeveralKeys().isEmpty()) {
                trial.tally().problem("told under several keys: " + deliveries.underSeveralKeys());
            }
            Scratch.delete(site.root());
        }
    }

    private static Telling turnOn(Switchboard switches, int number) {
        Telling on = new Telling(String.format(Locale.ROOT, "s%04d", number), true);
        switches.turnOn(on.name());
        return on;
    }
}
