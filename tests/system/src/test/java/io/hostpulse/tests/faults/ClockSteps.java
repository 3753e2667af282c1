package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.queue.FaultStream;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.SnapshotTail;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Sets the writer's clock while a tail follows: each record must come to it and to a fresh one, in the order of the sequence,
 * before and after the next start of the writer.
 *
 * @param name of the kind
 * @param steps by how much the clock is set, one after the other
 */
record ClockSteps(String name, List<Duration> steps) implements Scenario {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int RECORDS = 10;
    private static final String TOKEN = "clock";

    static List<ClockSteps> all() {
        Duration hour = Duration.ofHours(1);
        Duration year = Duration.ofDays(365);
        return List.of(
                of("hour-on-and-back", hour, hour.negated()),
                of("hour-back-and-on", hour.negated(), hour),
                of("year-on-and-back", year, year.negated()),
                // UTC does not change in spring and autumn; a host whose clock runs on local time does, on every boot.
                of("summer-time", hour, hour.negated(), hour));
    }

    private static ClockSteps of(String name, Duration... steps) {
        return new ClockSteps(name, Arrays.asList(steps));
    }

    @Override
    public String kind() {
        return "clock-" + name;
    }

    @Override
    public Goal goal() {
        return Goal.DETECTION;
    }

    @Override
    public void run(Trial trial) {
        Site site = trial.scratch().site();
        Ledger ledger = new Ledger();
        SteppedClock clock = new SteppedClock(Instant.parse("2026-03-29T00:59:50Z"));
        write(site, ledger, clock);
        Census live = new Census();
        try (SnapshotTail tail = SnapshotTail.after(site.stream(), Position.START)) {
            for (Duration step : steps) {
                clock.set(step);
                trial.tally().injected();
                long since = System.nanoTime();
                write(site, ledger, clock);
                check(live.readOn(tail), ledger, trial.tally(), since);
            }
        }
        ReaderLog fresh = Census.ofHourly(site.stream());
        trial.tally().read(ledger, fresh.missing(ledger));
        Findings.none(trial.tally(), fresh);
        Scratch.delete(site.root());
    }

    // Half of the records after a restart of the writer.
    private static void write(Site site, Ledger ledger, SteppedClock clock) {
        Payload payload = new Payload(TOKEN, 0);
        for (int life = 0; life < 2; life++) {
            try (SnapshotAppender appender = FaultStream.hourlyWriter(site.stream(), clock, clock::monotonic)) {
                for (int i = 0; i < RECORDS; i++) {
                    long sequence =
                            appender.append(RecordKind.OK, clock.getAsLong(), payload.of(appender.lastSequence() + 1));
                    ledger.accept("ack " + sequence + " " + TOKEN);
                    clock.pass(PAUSE);
                }
            }
        }
    }

    private static void check(ReaderLog live, Ledger ledger, Tally tally, long since) {
        if (live.missing(ledger).isEmpty()) {
            tally.survived(Duration.ofNanos(System.nanoTime() - since));
        } else {
            tally.problem("hidden from the live reader: " + live.missing(ledger));
        }
        // A file from a wrong future is set aside under the reader, which says so.
        Findings.nothingMissing(tally, live);
    }
}
