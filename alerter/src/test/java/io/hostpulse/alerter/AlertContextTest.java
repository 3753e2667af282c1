package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole alerter: what was going on reaches the handler, also after a restart. */
class AlertContextTest {

    private static final String JSON = "notifications: {file: {format: json}}\nalerts: {cooldown: 0, repeat: %s}\n";
    private static final String PROCESSES = """
            {"top_cpu":[],"top_memory":[{"pid":4711,"name":"java","user":"ann","memory":3435973837}]}""";

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

    @Test
    void aNotificationShowsTheTopProcessesAndTheLastMinute() throws Exception {
        alerter.configure(JSON.formatted("4h"));
        alerter.startStepped();
        alerter.write("process", PROCESSES);
        alerter.memory(85.5);
        alerter.turnUntil(() -> alerter.told("file").size() == 1);
        assertThat(alerter.told("file").get(0))
                .contains("{\"pid\":4711,\"name\":\"java\",\"user\":\"ann\",\"use\":\"3.2 GB\"}")
                .containsPattern("\"recent\":\\[(\\{[^}]*\"value\":50.0\\},)?\\{[^}]*\"value\":85.5\\}\\]");
    }

    @Test
    void withoutProcessesItSaysSo() throws Exception {
        alerter.configure(JSON.formatted("4h"));
        alerter.startStepped();
        alerter.memory(85.5);
        alerter.turnUntil(() -> alerter.told("file").size() == 1);
        assertThat(alerter.told("file").get(0))
                .contains("\"processes\":[]", "\"processes_unknown\":\"processes are not recorded\"");
    }

    @Test
    void aRestartKeepsItForReminders() throws Exception {
        alerter.configure(JSON.formatted("4h"));
        alerter.startStepped();
        alerter.write("process", PROCESSES);
        alerter.memory(85.5);
        alerter.turnUntil(() -> alerter.told("file").size() == 1);
        alerter.turnUntil(() -> alerter.journal().handler("file").waiting().isEmpty());
        alerter.kill();
        alerter.configure(JSON.formatted("1s"));
        alerter.startStepped();
        alerter.turnUntil(() -> alerter.told("file").size() == 2);
        assertThat(alerter.told("file").get(1)).contains("\"kind\":\"reminder\"", "\"name\":\"java\"");
    }
}
