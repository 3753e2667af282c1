package io.hostpulse.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTextTest {

    private final NotificationText text = new NotificationText(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "FIRING, CRITICAL",
        "RESOLVED, RESOLVED",
        "REMINDER, STILL CRITICAL",
        "ACKNOWLEDGED, ACKNOWLEDGED",
        "TEST, TEST"
    })
    void titlesSayWhatHappened(Notification.Kind kind, String word) {
        assertThat(text.title(Notifications.of(kind)))
                .isEqualTo(word + " on atlas: High memory usage: 95.5% (threshold: 90.0%)");
    }

    @Test
    void titlesCountSeveral() {
        assertThat(text.title(Notifications.group(3))).isEqualTo("WARNING on atlas: 3 alerts");
    }

    @Test
    void saysAllThatIsKnown() {
        assertThat(text.text(Notifications.of(Notification.Kind.ACKNOWLEDGED), 4_000))
                .isEqualTo("""
                        ACKNOWLEDGED on atlas: High memory usage: 95.5% (threshold: 90.0%)

                        ACKNOWLEDGED High memory usage: 95.5% (threshold: 90.0%) since 2026-07-03 12:15:30 +02:00, for 2 m 5 s
                        Metric: memory.percentage
                        Value: 95.5 %
                        Threshold: 90 %
                        Peak: 97.25 %
                        Since: 2026-07-03 12:15:30 +02:00
                        Duration: 2 m 5 s
                        Rule: memory_usage
                        Acknowledged: ada on it, 2026-07-03 12:17:35 +02:00
                        team: infra
                        Top: java (4711, ada) 3.2 GB, postgres (815, postgres) 1.1 GB
                        Last minute: ▁▂▃▄▅▆▇█""");
    }

    @Test
    void givesEachAlertALineWhenThereIsNoRoomForMore() {
        String lines = text.text(Notifications.group(50), 4_000);
        assertThat(lines).hasSizeLessThanOrEqualTo(4_000).contains("AlertNumber000", "AlertNumber049");
        assertThat(lines.lines()).hasSize(51);
    }

    @Test
    void barsGoFromLowestToHighest() {
        assertThat(Sparkline.of(points(1, 5, 3, Double.NaN))).isEqualTo("▁█▄");
        assertThat(Sparkline.of(points(7, 7))).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of())).isEmpty();
        assertThat(Sparkline.of(
                        points(IntStream.range(0, 1_000).asDoubleStream().toArray())))
                .hasSize(30);
    }

    @Test
    void aTimeWithoutValuesStaysFree() {
        List<AlertContext.Point> points = new ArrayList<>();
        for (int second : new int[] {0, 1, 2, 6, 7, 8}) {
            points.add(new AlertContext.Point(second, second));
        }
        assertThat(Sparkline.of(points)).isEqualTo("▁▂  ▇█").hasSize(6);
    }

    @Test
    void saysWhyProcessesAreNotKnown() {
        AlertContext context = new AlertContext(List.of(), List.of(), "processes are not recorded");
        assertThat(NotificationText.context(context)).containsExactly("Top: unknown, processes are not recorded");
    }

    private static List<AlertContext.Point> points(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new AlertContext.Point(i, values[i]))
                .toList();
    }

    @Test
    void saysWhatWasHeldBack() {
        Notification one = Notifications.group(1);
        Notification held = new Notification(
                one.key(), one.kind(), one.at(), one.host(), one.alerts(), one.contexts(), "3 more\nwere held back");
        assertThat(new NotificationText(ZoneOffset.UTC).text(held, 4_000)).endsWith("\n3 more were held back");
    }
}
