package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.journal.HandlerMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole alerter while its configuration file is changed. */
class ReloadTest {

    private static final String FILE = "notifications: {file: {}}\n";

    @TempDir
    Path root;

    private RunningAlerter alerter;

    @BeforeEach
    void prepare() throws IOException {
        alerter = new RunningAlerter(root);
        alerter.memory(50);
    }

    @AfterEach
    void close() throws IOException {
        alerter.close();
    }

    private void start(String yaml) throws Exception {
        alerter.configure(yaml);
        alerter.start();
    }

    private void memoryUntilTold(double percentage, String handler, int lines) throws InterruptedException {
        alerter.memory(percentage);
        alerter.turnUntil(() -> alerter.told(handler).size() >= lines);
    }

    @Test
    void followsAChangedRule() throws Exception {
        start(FILE);
        alerter.memory(70);
        alerter.configure(FILE + "alerts: {rules: {memory: {warning: 60}}}");
        alerter.turnUntil(() -> {
            alerter.memory(70);
            return alerter.told("file").size() == 1;
        });
        assertThat(alerter.told("file").get(0)).contains("High memory usage: 70.0% (threshold: 60.0%)");
    }

    @Test
    void anUnchangedRuleKeepsItsPendingTimeThroughAnyNumberOfReloads() throws Exception {
        alerter.configure(FILE);
        alerter.startStepped();
        AtomicInteger reloads = new AtomicInteger();
        alerter.turnUntil(() -> {
            alerter.memory(85);
            reloadWith("alerts: {rules: {memory: {for: 1s}, disk: {warning: " + (10 + reloads.incrementAndGet() % 70)
                    + "}}}");
            return alerter.told("file").size() == 1;
        });
        assertThat(reloads).hasValueGreaterThan(2);
    }

    private void reloadWith(String alerts) {
        try {
            alerter.configure(FILE + alerts);
            assertThat(alerter.reload()).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoAsksForAReloadHearsWhyNot() throws Exception {
        alerter.configure(FILE);
        alerter.startStepped();
        alerter.configure("alerts: {cooldwn: 3s}");
        assertThat(alerter.reload()).hasValueSatisfying(refusal -> assertThat(refusal)
                .contains("alerts.cooldwn", "did you mean 'cooldown'?"));
    }

    @Test
    void aBadFileLeavesEverythingAsItWasAndSaysAllThatIsWrong() throws Exception {
        start(FILE);
        alerter.configure("notifications: {fil: {}}\nalerts: {rules: {memory: {warning: lots}}, cooldwn: 3s}\n");
        alerter.turnUntil(() -> !alerter.condition().isEmpty());
        assertThat(alerter.condition())
                .startsWith("configuration not reloaded (and 2 more): config.yaml:2: alerts.rules.memory.warning: ");
        memoryUntilTold(85, "file", 1);
        assertThat(alerter.told("file").get(0)).contains("threshold: 80.0%");
        alerter.configure(FILE + "# mended\n");
        alerter.turnUntil(() -> alerter.condition().isEmpty());
    }

    @Test
    void aFileThatIsGoneIsNotTakenForDefaults() throws Exception {
        start(FILE);
        Files.delete(root.resolve("config.yaml"));
        alerter.turnUntil(() -> !alerter.condition().isEmpty());
        assertThat(alerter.condition()).contains("config.yaml is gone");
        memoryUntilTold(85, "file", 1);
    }

    @Test
    void aHandlerThatIsAddedHearsOfWhatIsOn() throws Exception {
        start(FILE);
        memoryUntilTold(85, "file", 1);
        alerter.configure("notifications: {file: {}, second: {type: file}}");
        alerter.turnUntil(() -> alerter.told("second").size() == 1);
        assertThat(alerter.told("file")).hasSize(1);
    }

    @Test
    void whatWaitsForAChangedHandlerIsSentByItsSuccessor() throws Exception {
        Files.createDirectories(root.resolve("taken")); // a directory in its place: nothing can be written there
        start("notifications: {file: {path: taken}}");
        alerter.memory(85);
        alerter.turnUntil(() -> !alerter.journal().handler("file").waiting().isEmpty());
        alerter.configure(FILE);
        alerter.turnUntil(() -> alerter.told("file").size() == 1);
        alerter.turnUntil(() -> alerter.journal().handler("file").waiting().isEmpty());
    }

    @Test
    void whatWaitsForARemovedHandlerBecomesADeadLetter() throws Exception {
        Files.createDirectories(root.resolve("taken"));
        start("notifications: {file: {}, broken: {type: file, path: taken}}");
        memoryUntilTold(85, "file", 1);
        alerter.configure(FILE);
        alerter.turnUntil(() -> !alerter.journal().handler("broken").dead().isEmpty());
        HandlerMemory broken = alerter.journal().handler("broken");
        assertThat(broken.waiting()).isEmpty();
        assertThat(broken.dead())
                .singleElement()
                .extracting(dead -> dead.receipt().answer())
                .isEqualTo("the handler was removed from the configuration");
        assertThat(alerter.threads()).doesNotContain("handler-broken");
    }

    @Test
    void aHandlerThatWasRemovedWhileTheAlerterWasAwayLeavesDeadLettersToo() throws Exception {
        Files.createDirectories(root.resolve("taken"));
        start("notifications: {file: {}, broken: {type: file, path: taken}}");
        memoryUntilTold(85, "file", 1);
        alerter.kill();
        start(FILE);
        alerter.turnUntil(() -> !alerter.journal().handler("broken").dead().isEmpty());
    }

    @Test
    void aRuleCooldownAndADependencyHoldInTheWholeAlerter() throws Exception {
        start(FILE + """
                alerts:
                  cooldown: 0
                  rules:
                    memory: {cooldown: 1h}
                    swap: {metric: memory.swap, warning: 1, depends_on: [memory]}
                    free: {metric: memory.room, warning: 1}
                """);
        memoryUntilTold(85, "file", 1);
        memoryUntilTold(50, "file", 2);
        // Again within the rule's cooldown, and now with what depends on it; only what does neither is told.
        alerter.write("memory", "{\"percentage\":86,\"swap\":2,\"room\":2}");
        alerter.turnUntil(() ->
                alerter.told("file").size() == 3 && alerter.journal().active().size() == 3);
        assertThat(kinds()).containsExactly("memory firing", "memory resolved", "free firing");
        assertThat(alerter.journal().active())
                .extracting(alert -> alert.key().rule())
                .containsExactlyInAnyOrder("memory", "swap", "free");
    }

    private List<String> kinds() {
        return alerter.told("file").stream()
                .map(line -> (line.contains("room") ? "free" : line.contains("swap") ? "swap" : "memory")
                        + line.replaceAll(".* kind=(\\w+) .*", " $1"))
                .toList();
    }
}
