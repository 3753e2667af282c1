package io.hostpulse.alerter.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.alert.AlertLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailHandlerTest extends HandlerContract {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);
    private static final String PASSWORD = "pä%20+s:w@/rd";

    /** A socket's own time-out would begin anew with each drop. */
    private static final long DRIP_NANOS = 20_000_000L;

    private static final Set<String> HEADERS = Set.of(
            "From",
            "To",
            "Cc",
            "Date",
            "Message-ID",
            "Subject",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type",
            "X-Hostpulse-Key",
            "Auto-Submitted",
            "X-Auto-Response-Suppress");

    private final StubMailServer server = StubMailServer.plain();

    EmailHandlerTest() {
        server.requireLogin("pulse", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected HandlerType type() {
        return new EmailHandlerType();
    }

    @Override
    protected List<String> options() {
        return List.of(
                "host: localhost",
                "port: " + server.port(),
                "tls: none",
                "username: pulse",
                "password: '" + PASSWORD + "'",
                "from: Höst Pulse <pulse@example.org>",
                "to: [ada@example.org]");
    }

    @Override
    protected List<String> secrets() {
        return List.of(PASSWORD, base64(PASSWORD), base64("pulse\0pulse\0" + PASSWORD));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected List<String> received() {
        return server.taken().stream()
                .map(message -> ReceivedMail.of(message).everything())
                .toList();
    }

    /** It repeats what it was told, password included, as some servers do when they explain. */
    @Override
    protected void breakTheOtherEnd() {
        server.requireLogin("pulse", "another");
    }

    @Override
    protected void mendTheOtherEnd() {
        server.requireLogin("pulse", PASSWORD);
    }

    @Override
    protected void assertInert(String received) {
        for (StubMailServer.Taken message : server.taken()) {
            ReceivedMail mail = ReceivedMail.of(message);
            assertThat(HEADERS).containsAll(mail.headers().keySet());
            assertThat(message.recipients()).containsExactly("ada@example.org");
            assertThat(message.data()).matches("(?s)[\\r\\n\\t -~]*").doesNotContain("<bare line feed>");
            assertThat(message.data().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
            assertThat(mail.html()).doesNotContainPattern("(?i)<(b|a|script|img|!channel|http)[ >:]");
            assertThat(mail.subject()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    @Test
    void saysLevelAndMessageInTheSubject() {
        assertDelivered(send(FIRING, "subject_prefix: '[prod]'"));
        assertThat(only().subject()).isEqualTo("[prod] CRITICAL on atlas: High memory usage: 95.5% (threshold: 90.0%)");
        assertThat(server.taken().get(0).sender()).isEqualTo("pulse@example.org");
        assertThat(only().header("From")).isEqualTo("=?UTF-8?Q?H=C3=B6st_Pulse?= <pulse@example.org>");
    }

    @Test
    void writesASubjectThatIsNotAsciiSoThatItCanBeReadBack() {
        String message = "Höhe über 95 % 😀 日本語";
        assertDelivered(send(about(message)));
        assertThat(only().header("Subject")).matches("[\\r\\n -~]+");
        assertThat(only().subject()).isEqualTo("[Hostpulse] INFO on atlas: " + message);
    }

    @Test
    void showsTextThatLooksEncodedAsItIs() {
        assertDelivered(send(about("=?UTF-8?B?aGVsbG8=?=")));
        assertThat(only().subject()).endsWith("=?UTF-8?B?aGVsbG8=?=");
    }

    @Test
    void cutsASubjectThatIsTooLong() {
        assertDelivered(send(about("x".repeat(5_000))));
        assertThat(only().subject()).hasSize(200).endsWith("…");
    }

    private static Notification about(String message) {
        return Notifications.of(Notification.Kind.FIRING, List.of(Notifications.alert(AlertLevel.INFO, message)));
    }

    @Test
    void saysItInPlainTextAndInHtml() {
        assertDelivered(send(FIRING));
        ReceivedMail mail = only();
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.plain())
                .contains("CRITICAL on atlas", "Metric: memory.percentage", "Top: java (4711, ada) 3.2 GB", "▁");
        assertThat(mail.html())
                .contains("<td", ">memory.percentage</td>", ">java</td>", ">4711</td>", ">3.2 GB</td>")
                .contains("Last minute: 80 % to 94 %, at last 94 %");
    }

    @Test
    void drawsABarForEachValueOfTheLastMinute() {
        assertDelivered(send(FIRING));
        assertThat(only().html().split("bgcolor=\"#e01e5a\"", -1)).hasSize(8 + 1);
        assertThat(only().html()).contains("height=\"2\" bgcolor", "height=\"48\" bgcolor");
    }

    @Test
    void asksNobodyForAnything() {
        assertDelivered(send(FIRING));
        assertThat(only().html()).doesNotContainPattern("(?i)src=|href=|url\\(|http|<script|<link|@import");
    }

    @Test
    void marksItselfAsSentByAMachine() {
        assertDelivered(send(FIRING));
        assertThat(only().header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(only().header("X-Hostpulse-Key")).isEqualTo(FIRING.key());
        assertThat(only().header("Date")).contains("3 Jul 2026").contains(":17:35");
    }

    @Test
    void namesTheSameNotificationTheSame() {
        assertDelivered(send(FIRING));
        assertDelivered(send(FIRING));
        assertDelivered(send(Notifications.of(Notification.Kind.REMINDER)));
        assertThat(server.taken().stream()
                        .map(message -> ReceivedMail.of(message).header("Message-ID"))
                        .collect(Collectors.toList()))
                .satisfies(ids -> assertThat(ids.get(0))
                        .matches("<n\\.[0-9a-f]{32}@example\\.org>")
                        .isEqualTo(ids.get(1))
                        .isNotEqualTo(ids.get(2)));
    }

    @Test
    void putsEverythingAboutAnAlertIntoOneConversation() {
        assertDelivered(send(FIRING));
        assertDelivered(send(Notifications.of(Notification.Kind.RESOLVED)));
        assertDelivered(send(Notifications.group(3)));
        List<ReceivedMail> mails = server.taken().stream().map(ReceivedMail::of).toList();
        assertThat(mails.get(0).header("References"))
                .matches("<a\\.[0-9a-f]{32}@example\\.org>")
                .isEqualTo(mails.get(1).header("References"))
                .isEqualTo(mails.get(1).header("In-Reply-To"));
        assertThat(mails.get(2).header("References").split("\\s+")).hasSize(3);
    }

    @Test
    void tellsWhatItIsCalled() {
        assertDelivered(send(FIRING, "hostname: atlas.example.org"));
        assertThat(server.commands()).contains("EHLO atlas.example.org");
        assertThat(only().header("Message-ID")).endsWith("@atlas.example.org>");
        assertDelivered(send(FIRING));
        assertThat(server.commands()).contains("EHLO [127.0.0.1]");
    }

    @Test
    void namesEveryRecipientButTheHiddenOnes() {
        assertDelivered(sendTo(
                "to: [ada@example.org, Bob <bob@example.org>]",
                "cc: [cy@example.org]",
                "bcc: [di@example.org, ada@example.org]"));
        assertThat(server.taken().get(0).recipients())
                .containsExactly("ada@example.org", "bob@example.org", "cy@example.org", "di@example.org");
        assertThat(only().header("To")).contains("ada@example.org").contains("Bob <bob@example.org>");
        assertThat(only().header("Cc")).isEqualTo("cy@example.org");
        assertThat(server.taken().get(0).data()).doesNotContain("di@example.org");
    }

    @Test
    void tellsWhatTheServerAnswered() {
        assertThat(send(FIRING)).isEqualTo(new Outcome.Delivered("250 2.0.0 Ok: queued as 4WxYz"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 421 4.3.2 too busy",
        "MAIL, 451 4.3.0 local error",
        "RCPT, 450 4.2.0 greylisted",
        "RCPT, 552 5.5.3 too many recipients",
        "DATA, 452 4.3.1 no space",
        "., 451 4.7.1 scanner is down",
        "AUTH, 454 4.7.0 not now",
        "AUTH, 535 5.7.8 bad credentials",
        "MAIL, 530 5.7.0 login first",
    })
    void triesAgainAfterWhatMayPass(String command, String answer) {
        server.answer(command, answer);
        Outcome outcome = send(FIRING);
        assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
        assertThat(outcome.toString()).contains(answer);
        server.mend();
        assertDelivered(send(FIRING));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 554 5.7.1 you are on a list",
        "MAIL, 550 5.7.1 not your address",
        "RCPT, 550 5.1.1 no such user",
        "DATA, 554 5.5.1 no",
        "., 554 5.7.1 spam",
    })
    void takesARefusalForOne(String command, String answer) {
        server.answer(command, answer);
        Outcome outcome = send(FIRING);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.toString()).contains(answer);
    }

    @Test
    void saysWhatToDoAboutAWrongPassword() {
        breakTheOtherEnd();
        assertThat(send(FIRING).toString())
                .contains("the server did not let us in", "535 5.7.8", "check 'username' and 'password'", "***");
    }

    @Test
    void sendsNothingWithoutTheLoginItWasTold() {
        server.answer("EHLO", "250 stub");
        assertThat(send(FIRING).toString()).startsWith("TryAgain").contains("offers no login");
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void namesWhoWasRefusedWhenOthersGotIt() {
        server.answer("RCPT TO:<bob", "550 5.1.1 no such user");
        Outcome outcome = sendTo("to: [bob@example.org, ada@example.org]");
        assertDelivered(outcome);
        assertThat(outcome.toString()).contains("refused for bob@example.org (550 5.1.1 no such user)", "250 2.0.0");
        assertThat(server.taken().get(0).recipients()).containsExactly("ada@example.org");
    }

    @Test
    void sendsItAgainOnlyToThoseWhoDoNotHaveItYet() {
        server.answer("RCPT TO:<bob", "450 4.2.0 greylisted");
        server.answer("RCPT TO:<cy", "550 5.1.1 no such user");
        try (Handler handler = openTo("to: [bob@example.org, ada@example.org, cy@example.org]")) {
            assertThat(handler.send(FIRING).toString())
                    .startsWith("TryAgain")
                    .contains("taken for 1 already; not yet for bob@example.org (450 4.2.0 greylisted)");
            server.mend();
            Outcome outcome = handler.send(FIRING);
            assertDelivered(outcome);
            assertThat(outcome.toString()).contains("cy@example.org").doesNotContain("bob");
        }
        assertThat(server.taken().stream().map(StubMailServer.Taken::recipients))
                .containsExactly(List.of("ada@example.org"), List.of("bob@example.org"));
    }

    @Test
    void staysDeliveredToSomeWhenTheOthersAreRefusedLater() {
        server.answer("RCPT TO:<bob", "450 4.2.0 greylisted");
        try (Handler handler = openTo("to: [bob@example.org, ada@example.org]")) {
            handler.send(FIRING);
            server.mend();
            server.answer(".", "554 5.7.1 spam");
            Outcome outcome = handler.send(FIRING);
            assertDelivered(outcome);
            assertThat(outcome.toString()).contains("refused for bob@example.org", "554 5.7.1 spam");
        }
    }

    @Test
    void forgetsWhoHasItOnceItIsDone() {
        try (Handler handler = open()) {
            assertDelivered(handler.send(FIRING));
            assertDelivered(handler.send(FIRING));
        }
        assertThat(server.taken()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."})
    void endsInTimeWhenTheServerHangs(String command) {
        server.behave(command, StubMailServer.Line::hang);
        assertThat(send(FIRING, "read_timeout: 200ms")).isInstanceOf(Outcome.TryAgain.class);
        assertThat(send(FIRING, "timeout: 200ms").toString()).contains("not done within 200 ms");
    }

    @Test
    void endsInTimeWhenTheAnswerDrips() {
        server.behave("MAIL", line -> {
            while (true) {
                line.say("250-x");
                LockSupport.parkNanos(DRIP_NANOS);
            }
        });
        assertThat(send(FIRING, "timeout: 300ms").toString()).contains("not done within 300 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."})
    void triesAgainWhenTheConnectionBreaks(String command) {
        server.behave(command, StubMailServer.Line::reset);
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void needsNoFarewell() {
        server.behave("QUIT", StubMailServer.Line::hang);
        assertDelivered(send(FIRING));
    }

    @Test
    void triesAgainWhenNobodyListens() {
        server.close();
        assertThat(send(FIRING).toString()).startsWith("TryAgain").contains("no connection");
    }

    @Test
    void triesAgainWhenTheServerCloses() {
        server.behave("EHLO", line -> {
            line.say("421 4.3.2 shutting down");
            line.reset();
        });
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2", "", "999 what", "+OK POP3 ready", "220"})
    void takesGarbageForNoAnswer(String greeting) {
        server.behave("", line -> {
            line.say(greeting);
            line.reset();
        });
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void listensToNoPropertyOfTheSystem() {
        System.setProperty("mail.smtp.from", "evil@example.org");
        System.setProperty("mail.smtp.host", "mail.example.invalid");
        try {
            assertDelivered(send(FIRING));
            assertThat(server.taken().get(0).sender()).isEqualTo("pulse@example.org");
        } finally {
            System.clearProperty("mail.smtp.from");
            System.clearProperty("mail.smtp.host");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: [ada]|'ada' is no address of mail",
                "to: ['a@example.org, b@example.org']|write one address in each entry",
                "to: [\"ada@example.org\\r\\nBcc: x@example.org\"]|it holds a control character",
                "to: [ädä@example.org]|is no address of mail",
                "from: nobody|'nobody' is no address of mail",
                "host: mail.example.org|would cross the network in plain text",
                "host: smtp://x|is no name of a server",
                "hostname: 'a b'|is no name of a machine",
                "username: ''|write both",
            })
    void saysWhatIsWrongWithItsOptions(String line, String problem) {
        assertThat(new Options(directory, replacing(line)).problems(node -> type().configure(node)))
                .anySatisfy(said -> assertThat(said).contains(problem));
    }

    private ReceivedMail only() {
        return ReceivedMail.of(server.taken().get(0));
    }

    private Outcome sendTo(String... recipients) {
        try (Handler handler = openTo(recipients)) {
            return handler.send(FIRING);
        }
    }

    private Handler openTo(String... lines) {
        return new Options(directory, replacing(lines))
                .read(node -> type().configure(node))
                .open(surroundings());
    }

    private List<String> replacing(String... lines) {
        List<String> all = new ArrayList<>(options());
        for (String line : lines) {
            all.removeIf(old -> old.startsWith(line.substring(0, line.indexOf(':') + 1)));
            all.add(line);
        }
        return all;
    }
}
