package io.hostpulse.alerter.notify.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.alert.AlertLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleHandlerTest extends HandlerContract {

    private static final String ESCAPE = "\u001b[";

    private boolean broken;

    @Override
    protected HandlerType type() {
        return new ConsoleHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of("color: never");
    }

    @Override
    protected List<String> received() {
        return console.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    protected OutputStream consoleOutput() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (broken) {
                    throw new IOException("No space left on device");
                }
                console.write(b);
            }
        };
    }

    @Override
    protected void breakTheOtherEnd() {
        broken = true;
    }

    @Override
    protected void mendTheOtherEnd() {
        broken = false;
    }

    @Override
    protected void assertInert(String received) {
        assertThat(received)
                .doesNotContainPattern("[\\p{Cntrl}\u202e\u2028\u2029]")
                .hasSizeLessThan(10_000);
        assertThat(received()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void printsALineForEachAlert() {
        send(Notifications.group(2));
        assertThat(received())
                .containsExactly(
                        "WARNING AlertNumber000 [path=/mnt/0] since 2026-07-03 10:15:30 UTC, for 2 m 5 s",
                        "WARNING AlertNumber001 [path=/mnt/1] since 2026-07-03 10:15:30 UTC, for 2 m 5 s");
    }

    @Test
    void saysWhyItIsSaidAgain() {
        send(Notifications.of(Notification.Kind.REMINDER));
        send(Notifications.of(Notification.Kind.TEST));
        send(Notifications.of(Notification.Kind.RESOLVED));
        assertThat(received())
                .extracting(line -> line.replaceFirst("High.*", ""))
                .containsExactly("STILL CRITICAL ", "TEST CRITICAL ", "RESOLVED ");
    }

    @Test
    void isYellowRedAndGreen() {
        String always = "color: always";
        try (Handler handler = new Options(directory, List.of(always))
                .read(node -> type().configure(node))
                .open(surroundings())) {
            handler.send(Notifications.of(Notification.Kind.FIRING, List.of(Notifications.alert(AlertLevel.WARNING))));
            handler.send(Notifications.of(Notification.Kind.FIRING));
            handler.send(Notifications.of(Notification.Kind.RESOLVED));
            handler.send(Notifications.of(Notification.Kind.FIRING, List.of(Notifications.alert(AlertLevel.INFO))));
        }
        assertThat(received().get(0)).startsWith(ESCAPE + "33mWARNING ").endsWith(ESCAPE + "0m");
        assertThat(received().get(1)).startsWith(ESCAPE + "31mCRITICAL ").endsWith(ESCAPE + "0m");
        assertThat(received().get(2)).startsWith(ESCAPE + "32mRESOLVED ").endsWith(ESCAPE + "0m");
        assertThat(received().get(3)).startsWith("INFO ");
    }

    @Test
    void wantsNoColourWhereNobodyWantsIt() {
        Map<String, String> usual = Map.of("TERM", "xterm");
        assertThat(ColorChoice.AUTO.style(true, usual).coloured()).isTrue();
        assertThat(ColorChoice.AUTO.style(false, usual).coloured()).isFalse();
        assertThat(ColorChoice.AUTO
                        .style(true, Map.of("TERM", "xterm", "NO_COLOR", "1"))
                        .coloured())
                .isFalse();
        assertThat(ColorChoice.AUTO.style(true, Map.of("TERM", "dumb")).coloured())
                .isFalse();
        assertThat(ColorChoice.ALWAYS.style(false, Map.of()).coloured()).isTrue();
        assertThat(ColorChoice.NEVER.style(true, usual).coloured()).isFalse();
    }

    @Test
    void showsTheClockOfItsZone() {
        HandlerSurroundings berlin = new HandlerSurroundings(
                "it",
                directory,
                () -> Notifications.NOW,
                new PrintStream(console, true, StandardCharsets.UTF_8),
                ZoneId.of("Europe/Berlin"));
        try (Handler handler = new Options(directory, options())
                .read(node -> type().configure(node))
                .open(berlin)) {
            assertThat(handler.send(Notifications.group(1))).isEqualTo(new Outcome.Delivered("printed"));
        }
        assertThat(received().get(0)).contains("since 2026-07-03 12:15:30 +02:00,");
    }
}
