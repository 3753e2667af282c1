package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogLineLayoutTest {

    private final LoggerContext context = new LoggerContext();
    private final LogLineLayout layout = new LogLineLayout("collector-disk");

    @Test
    void saysWhenWhoWhereAndWhat() {
        assertThat(line("mount {} does not answer", null, "/mnt/nas"))
                .isEqualTo("2025-01-03T10:15:30.123000Z WARN  collector-disk [source] Disks: mount /mnt/nas does not"
                        + " answer\n");
    }

    @Test
    void keepsAForgedLineAndAnEscapeSequenceInsideItsOwnLine() {
        assertThat(line("name {}", null, "a\n2025 ERROR all lost\r\u001b[2J\u202e\t"))
                .endsWith("name a\\n2025 ERROR all lost\\r\\u001b[2J\\u202e\\t\n")
                .hasLineCount(1);
    }

    @Test
    void putsCausesAndWhereTheyCameFromOnTheSameLine() {
        Exception failure = new IllegalStateException("outer", new IOException("in\nner"));
        assertThat(line("read failed", failure))
                .contains(" | java.lang.IllegalStateException: outer < ")
                .contains(" | java.io.IOException: in\\nner < ")
                .contains("LogLineLayoutTest")
                .hasLineCount(1);
    }

    private String line(String message, Throwable failure, Object... arguments) {
        LoggingEvent event = new LoggingEvent(
                "", context.getLogger("io.hostpulse.collector.Disks"), Level.WARN, message, failure, arguments);
        event.setInstant(Instant.parse("2025-01-03T10:15:30.123Z"));
        event.setThreadName("source");
        return layout.doLayout(event);
    }
}
