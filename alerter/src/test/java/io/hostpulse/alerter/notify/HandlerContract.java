package io.hostpulse.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.violation.ViolationReport;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every handler must do, whatever it sends to. A handler's test inherits from it and brings the other end: a real one, on this
 * machine.
 */
@Timeout(120)
public abstract class HandlerContract {

    private static final Fields ALL_METRICS =
            Fields.builder().put("total", 1000).put("percentage", 95.5).build();
    private static final Fields SOURCE =
            Fields.builder().put("name", "memory").put("interval_ms", 500).build();

    private static final int LONGEST_ANSWER = 200;
    private static final int LONGEST_REASON = 400;

    @TempDir
    protected Path directory;

    protected final ByteArrayOutputStream console = new ByteArrayOutputStream();

    /** The kind that is tested. */
    protected abstract HandlerType type();

    /** The lines of its section, with which it reaches the other end. */
    protected abstract List<String> options();

    /** What has arrived so far, one text for each message, decoded as its reader decodes it. */
    protected abstract List<String> received();

    /** From now on nothing can be delivered. */
    protected abstract void breakTheOtherEnd();

    /** From now on it can. */
    protected abstract void mendTheOtherEnd();

    /** Texts in {@link #options} that nobody may ever see. */
    protected List<String> secrets() {
        return List.of();
    }

    /** Fails when something in the message acts instead of being shown. */
    protected abstract void assertInert(String received);

    /** Where the process's console ends up. */
    protected OutputStream consoleOutput() {
        return console;
    }

    /** How many alerts of a group are named at least in what is sent. */
    protected int groupSize() {
        return 30;
    }

    protected final Handler open(String... more) {
        List<String> lines = new ArrayList<>(options());
        lines.addAll(List.of(more));
        return new Options(directory, lines)
                .read(node -> type().configure(node))
                .open(surroundings());
    }

    protected final HandlerSurroundings surroundings() {
        return new HandlerSurroundings(
                "it",
                directory,
                () -> Notifications.NOW,
                new PrintStream(consoleOutput(), true, StandardCharsets.UTF_8),
                ZoneOffset.UTC,
                alert -> new ViolationReport(alert, ALL_METRICS, SOURCE));
    }

    protected final Outcome send(Notification notification, String... more) {
        try (Handler handler = open(more)) {
            return handler.send(notification);
        }
    }

    @ParameterizedTest
    @EnumSource(Notification.Kind.class)
    void deliversEveryKind(Notification.Kind kind) {
        assertDelivered(send(Notifications.of(kind)));
        assertThat(received()).isNotEmpty();
    }

    @Test
    void saysWhatItIsAbout() {
        assertDelivered(send(Notifications.group(1)));
        assertThat(String.join("\n", received())).contains("AlertNumber000");
    }

    @Test
    void namesEachAlertOfAGroup() {
        assertDelivered(send(Notifications.group(groupSize())));
        String all = String.join("\n", received());
        for (int i = 0; i < groupSize(); i++) {
            assertThat(all).contains(String.format("AlertNumber%03d", i));
        }
    }

    @Test
    void deliversAGroupOfAnySize() {
        assertDelivered(send(Notifications.group(300)));
    }

    @Test
    void deliversTheSameTwice() {
        try (Handler handler = open()) {
            Notification notification = Notifications.of(Notification.Kind.FIRING);
            assertDelivered(handler.send(notification));
            assertDelivered(handler.send(notification));
        }
    }

    static Stream<String> hostileTexts() {
        return HostileTexts.all();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileTexts")
    void makesForeignTextInert(String text) {
        assertDelivered(send(Notifications.saying(text)));
        assertThat(received()).isNotEmpty().allSatisfy(this::assertInert);
    }

    @Test
    void opensWhateverIsOnTheOtherEnd() {
        breakTheOtherEnd();
        assertThatNoException().isThrownBy(() -> open().close());
    }

    @Test
    void saysThatTryingAgainMayHelpWhenTheOtherEndIsBroken() {
        breakTheOtherEnd();
        Outcome outcome = send(Notifications.of(Notification.Kind.FIRING));
        assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
        assertLine(((Outcome.TryAgain) outcome).reason(), LONGEST_REASON);
    }

    @Test
    void deliversOnceTheOtherEndIsMended() {
        breakTheOtherEnd();
        try (Handler handler = open()) {
            assertThat(handler.send(Notifications.group(2))).isInstanceOf(Outcome.TryAgain.class);
            mendTheOtherEnd();
            assertDelivered(handler.send(Notifications.group(2)));
        }
    }

    @Test
    void neverShowsASecret() {
        try (Handler handler = open()) {
            List<Object> shown = new ArrayList<>(List.of(handler, handler.send(Notifications.group(1))));
            breakTheOtherEnd();
            shown.add(handler.send(Notifications.group(1)));
            for (String secret : secrets()) {
                assertThat(shown).allSatisfy(one -> assertThat(one.toString()).doesNotContain(secret));
            }
        }
    }

    @Test
    void closesTwice() {
        Handler handler = open();
        handler.close();
        assertThatNoException().isThrownBy(handler::close);
    }

    @Test
    void reportsAnEmptySectionInsteadOfFailing() {
        Options nothing = new Options(directory, List.of("type: " + type().name()));
        assertThatNoException()
                .isThrownBy(() -> nothing.problems(node -> {
                    node.text("type", "");
                    return type().configure(node);
                }));
    }

    protected static void assertDelivered(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        assertLine(((Outcome.Delivered) outcome).answer(), LONGEST_ANSWER);
    }

    private static void assertLine(String text, int longest) {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(longest).doesNotContainPattern("\\p{Cntrl}");
    }
}
