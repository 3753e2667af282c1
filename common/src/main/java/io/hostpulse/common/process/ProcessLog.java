package io.hostpulse.common.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import io.hostpulse.common.config.LogLevel;
import io.hostpulse.common.config.LoggingSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets logging up: one rotating file for each process, and warnings also on standard error, where the supervisor keeps them.
 * Done in code, because reading a logging configuration would cost every process a parser and megabytes.
 */
final class ProcessLog {

    /** Chronicle tells at INFO how long its own steps took, which is nobody's news. */
    private static final Map<String, Level> QUIETER = Map.of("net.openhft", Level.WARN);

    private final LoggerContext context;
    private final String processName;

    private ProcessLog(LoggerContext context, String processName) {
        this.context = context;
        this.processName = processName;
    }

    static void start(String processName, LoggingSettings settings, Path directory) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ProcessLog log = new ProcessLog(context, processName);
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(settings.level()));
        root.addAppender(log.file(settings, directory));
        root.addAppender(log.console());
        QUIETER.forEach((name, level) -> context.getLogger(name).setLevel(level));
        settings.levels().forEach((name, level) -> context.getLogger(name).setLevel(level(level)));
    }

    private static Level level(LogLevel level) {
        return Level.toLevel(level.name());
    }

    private Appender<ILoggingEvent> file(LoggingSettings settings, Path directory) {
        String file = directory.resolve(processName + ".log").toString();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setRollingPolicy(rolling(appender, file, settings.maxFiles()));
        appender.setTriggeringPolicy(triggering(settings.maxFileSize()));
        return started(appender);
    }

    private FixedWindowRollingPolicy rolling(RollingFileAppender<ILoggingEvent> parent, String file, int files) {
        FixedWindowRollingPolicy policy = new FixedWindowRollingPolicy();
        policy.setContext(context);
        policy.setParent(parent);
        policy.setFileNamePattern(file + ".%i");
        policy.setMinIndex(1);
        policy.setMaxIndex(files);
        policy.start();
        return policy;
    }

    private SizeBasedTriggeringPolicy<ILoggingEvent> triggering(long maxFileSize) {
        SizeBasedTriggeringPolicy<ILoggingEvent> policy = new SizeBasedTriggeringPolicy<>();
        policy.setContext(context);
        policy.setMaxFileSize(new FileSize(maxFileSize));
        policy.start();
        return policy;
    }

    private Appender<ILoggingEvent> console() {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.WARN.levelStr);
        filter.start();
        appender.addFilter(filter);
        return started(appender);
    }

    private Appender<ILoggingEvent> started(OutputStreamAppender<ILoggingEvent> appender) {
        LogLineLayout layout = new LogLineLayout(processName);
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /** Writes what is still buffered and closes the files. */
    static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }
}
