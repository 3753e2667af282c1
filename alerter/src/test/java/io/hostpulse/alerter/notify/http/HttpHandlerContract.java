package io.hostpulse.alerter.notify.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every handler that posts must do with every kind of server. */
public abstract class HttpHandlerContract extends HandlerContract {

    private static final Notification FIRING = Notifications.of(Notification.Kind.FIRING);

    /** A socket's own time-out would begin anew with each drop. */
    private static final long DRIP_NANOS = 20_000_000L;

    protected final StubServer server = StubServer.start();

    /** A success as this service answers it. */
    protected void succeed() {
        server.answer(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected List<String> received() {
        return server.bodies();
    }

    @Override
    protected void breakTheOtherEnd() {
        // With what it was sent, as some servers do when they explain an error.
        server.behave(exchange -> exchange.answer(
                500,
                exchange.request().line()
                        + exchange.request().headers()
                        + exchange.request().body()));
    }

    @Override
    protected void mendTheOtherEnd() {
        succeed();
    }

    @Override
    protected void assertInert(String received) {
        assertThatNoException().isThrownBy(() -> json(received));
    }

    /** Reads an object, as its receiver will. */
    protected static Fields json(String text) {
        return new PayloadReader().read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 410, 413, 422, 301, 308})
    void takesARefusalForOne(int status) {
        server.answer(status, "Location: /elsewhere");
        assertThat(send(FIRING)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 302, 307})
    void triesAgainAfterWhatMayPass(int status) {
        server.answer(status, "Location: /elsewhere");
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsAsLongAsItIsToldInSeconds(int status) {
        server.answer(status, "Retry-After: 37");
        assertThat(waitOf(send(FIRING))).contains(Duration.ofSeconds(37));
    }

    @Test
    void waitsUntilTheDateItIsTold() {
        server.answer(429, "Retry-After: Fri, 03 Jul 2026 10:19:35 GMT");
        assertThat(waitOf(send(FIRING))).contains(Duration.ofMinutes(2));
    }

    @Test
    void waitsNotForWhatIsNoTime() {
        server.answer(429, "Retry-After: soon");
        assertThat(waitOf(send(FIRING))).isEmpty();
    }

    @Test
    void triesAgainWhenNobodyAnswersInTime() {
        server.behave(StubServer.Exchange::hang);
        Outcome outcome = send(FIRING, "timeout: 300ms");
        assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
        assertThat(outcome.toString()).contains("no complete answer within 300 ms");
    }

    @Test
    void triesAgainWhenTheAnswerDripsBeyondItsTime() {
        server.behave(exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nX: ");
            while (true) {
                exchange.send("x");
                LockSupport.parkNanos(DRIP_NANOS);
            }
        });
        assertThat(send(FIRING, "timeout: 300ms")).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void needsTheStatusOnlyWhenTheRestNeverComes() {
        server.behave(exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok");
            exchange.hang();
        });
        assertThat(send(FIRING, "timeout: 1s")).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        server.behave(StubServer.Exchange::reset);
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void triesAgainWhenNobodyListens() {
        server.close();
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void readsNoMoreThanAnExplanation() {
        String body = "x".repeat(10 << 20);
        server.behave(exchange -> exchange.answer(200, body));
        assertThat(send(FIRING)).isInstanceOf(Outcome.Delivered.class);
        server.behave(exchange -> exchange.send("HTTP/1.1 200 OK\r\n\r\n" + body));
        assertThat(send(FIRING)).isInstanceOf(Outcome.Delivered.class);
        server.behave(exchange -> exchange.send("HTTP/1.1 200 OK\r\nX: " + body));
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    @Test
    void takesGarbageForNoAnswer() {
        server.behave(exchange -> exchange.send("SSH-2.0-OpenSSH_9.2\r\n"));
        assertThat(send(FIRING)).isInstanceOf(Outcome.TryAgain.class);
    }

    private static Optional<Duration> waitOf(Outcome outcome) {
        return ((Outcome.TryAgain) outcome).after();
    }
}
