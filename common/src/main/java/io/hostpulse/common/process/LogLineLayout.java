package io.hostpulse.common.process;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import io.hostpulse.common.codec.Rfc3339;

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
        escape(event.getFormattedMessage(), line);
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
        escape(cause.getClassName() + ": " + cause.getMessage(), line);
        StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
            line.append(" < ").append(frames[i].getStackTraceElement());
        }
    }

    private static void escape(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
    }
}
