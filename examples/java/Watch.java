import io.hostpulse.client.HostpulseClient;
import io.hostpulse.client.Listener;
import io.hostpulse.client.Problem;
import io.hostpulse.client.Subscription;
import io.hostpulse.client.message.Alert;
import io.hostpulse.client.message.AlertChange;
import io.hostpulse.client.message.Gap;
import io.hostpulse.client.message.Measured;
import io.hostpulse.client.message.Memory;
import io.hostpulse.client.message.Processor;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Welcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Prints what the machine does, once a second, until it is ended. */
public final class Watch implements Listener {

    private final CountDownLatch over = new CountDownLatch(1);

    public static void main(String[] arguments) throws InterruptedException {
        URI server = URI.create(arguments.length > 0 ? arguments[0] : "ws://127.0.0.1:8765");
        Watch watch = new Watch();
        Subscription wanted = Subscription.usual()
                .streams("memory", "processor", "disk")
                .every(Duration.ofSeconds(1))
                .withAlerts();
        HostpulseClient.Builder builder = HostpulseClient.to(server).subscribe(wanted);
        String token = System.getenv("HOSTPULSE_TOKEN");
        try (HostpulseClient client = (token == null ? builder : builder.token(token)).connect(watch)) {
            watch.over.await();
        }
    }

    @Override
    public void snapshot(Snapshot now) {
        System.out.printf(
                "%s  cpu %s  memory %s  first filesystem %s%n",
                now.timestamp(),
                percent(now.processor().flatMap(Processor::usagePercent)),
                percent(now.memory().flatMap(Memory::percentage)),
                percent(now.number("disk.mounts[0].percentage")));
        for (Alert alert : now.alerts()) {
            System.out.println("  " + alert.level() + " " + alert.message());
        }
    }

    /** What was not measured has a reason, and is never 0. */
    private static String percent(Measured<Double> value) {
        return value.isKnown() ? value.orElseThrow() + " %" : "(" + value.whyMissing().orElseThrow() + ")";
    }

    @Override
    public void alert(AlertChange change) {
        System.out.println(change.event() + ": " + change.alert().message());
    }

    @Override
    public void connected(Welcome welcome) {
        System.err.println("connected to " + welcome.host());
    }

    @Override
    public void notRecovered(List<String> reasons) {
        System.err.println("not everything is left: " + reasons);
    }

    @Override
    public void gap(Gap gap) {
        System.err.println(gap.stream() + " " + gap.first() + " to " + gap.last() + " are missing: " + gap.reason());
    }

    @Override
    public void skipped(long messages) {
        System.err.println(messages + " messages were skipped");
    }

    @Override
    public void error(Problem problem) {
        System.err.println(problem.code() + ": " + problem.message());
    }

    @Override
    public void disconnected(String reason, Duration retryIn) {
        System.err.println(reason + "; again in " + retryIn.toMillis() + " ms");
    }

    @Override
    public void closed(String reason) {
        System.err.println(reason);
        over.countDown();
    }
}
