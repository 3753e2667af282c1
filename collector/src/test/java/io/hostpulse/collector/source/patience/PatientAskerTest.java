package io.hostpulse.collector.source.patience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PatientAskerTest {

    private static final String ANSWER = "alive";
    private static final List<String> PATHS = List.of("/", "/dead", "/home");

    private final CountDownLatch serverIsBack = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    /** What answers at once does so in this time on a busy machine too. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private final PatientAsker<String> asker = new PatientAsker<>(this::ask, "asker", DEADLINE, nanos::get);

    @AfterEach
    void release() {
        serverIsBack.countDown();
        asker.close();
    }

    @Test
    void reportsAHungMountAndTheOthersOnTime() throws Exception {
        Map<String, Answer<String>> answers = asker.ask(PATHS);

        assertThat(answers.keySet()).containsExactlyElementsOf(PATHS);
        assertThat(answers.get("/")).isEqualTo(new Answer.Known<>(ANSWER));
        assertThat(answers.get("/home")).isEqualTo(new Answer.Known<>(ANSWER));
        assertThat(answers.get("/dead")).isEqualTo(new Answer.Unknown<>("no answer for 1 s"));
    }

    @Test
    void doesNotAskAHungMountAgainAndSaysForHowLongItHangs() throws Exception {
        asker.ask(PATHS);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(asker.ask(PATHS).get("/dead")).isEqualTo(new Answer.Unknown<>("no answer for 5 s"));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(asker.ask(PATHS).get("/dead")).isEqualTo(new Answer.Unknown<>("no answer for 10 s"));

        assertThat(asked.get("/dead")).hasValue(1);
        assertThat(asked.get("/home")).hasValue(3);
        assertThat(asker.stuck()).isEqualTo(1);
    }

    @Test
    void asksAgainOnceTheMountAnswers() throws Exception {
        asker.ask(PATHS);
        serverIsBack.countDown();
        answered.await();
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        // The late answer may be a moment behind the latch: the read after the one that takes it asks anew.
        asker.ask(PATHS);
        while (asker.stuck() > 0) {
            asker.ask(PATHS);
        }

        assertThat(asker.ask(PATHS).get("/dead")).isEqualTo(new Answer.Known<>(ANSWER));
        assertThat(asked.get("/dead").get()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void reportsTheErrorOfAMount() throws Exception {
        assertThat(asker.ask(List.of("/stale", "/")))
                .containsEntry("/stale", new Answer.Unknown<>("/stale: stale file handle"))
                .containsEntry("/", new Answer.Known<>(ANSWER));
    }

    private String ask(String path) throws IOException {
        asked.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
        if (path.equals("/stale")) {
            throw new IOException("/stale: stale file handle");
        }
        if (path.equals("/dead")) {
            waitForServer();
        }
        return ANSWER;
    }

    private void waitForServer() throws IOException {
        try {
            serverIsBack.await();
            answered.countDown();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
