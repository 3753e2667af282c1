package io.hostpulse.common.process;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.text.Printable;

/**
 * One event, one line: what happened, to what, and for a failure the causes and where it came from. Log text can come from
 * the machine that is watched, so control characters are escaped: nobody can forge a line or move a terminal's cursor.
 */
final class LogLineLayout extends LayoutBase<ILoggingEvent> {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Enough to find the place; the rest is the way from main, which is always the same. */
    private static final int MAX_FRAMES = 12;

    private final String processName;

    LogLineLayout(String processName) {
        this.processName = processName;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(Rfc3339.format(event.getTimeStamp() * NANOS_PER_MILLI))
                .append(' ')
                .append(String.format("%-5s", event.getLevel()))
                .append(' ')
                .append(processName)
                .append(" [")
                .append(event.getThreadName())
                .append("] ")
                .append(simpleName(event.getLoggerName()))
                .append(": ");
        line.append(Printable.of(event.getFormattedMessage()));
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            appendCause(cause, line);
        }
        return line.append('\n').toString();
    }

    private static String simpleName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void appendCause(IThrowableProxy cause, StringBuilder line) {
        line.append(" | ");
        line.append(Printable.of(cause.getClassName() + ": " + cause.getMessage()));
        StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
            line.append(" < ").append(frames[i].getStackTraceElement());
        }
    }
}
