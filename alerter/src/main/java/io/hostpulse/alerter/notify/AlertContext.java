package io.hostpulse.alerter.notify;

import java.util.List;

/**
 * What was going on when an alert began.
 *
 * @param processes those that used most of what is short, most first
 * @param recent the metric's last minute, oldest first; a time without a value is not there
 * @param unknown why the processes are not known although they would matter; empty when they are, or would not
 */
public record AlertContext(List<TopProcess> processes, List<Point> recent, String unknown) {

    /** Nothing is known. */
    public static final AlertContext NONE = new AlertContext(List.of(), List.of());

    /**
     * Says all there is to say.
     *
     * @param processes those that used most of what is short, most first
     * @param recent the metric's last minute, oldest first
     */
    public AlertContext(List<TopProcess> processes, List<Point> recent) {
        this(processes, recent, "");
    }

    /** Copies the lists. */
    public AlertContext {
        processes = List.copyOf(processes);
        recent = List.copyOf(recent);
    }

    /**
     * A process among the top ones.
     *
     * @param pid its number
     * @param name its name; data from the machine, it may hold anything
     * @param user whose it is
     * @param use what it used, with its unit, for people: {@code 87.5 % CPU}
     */
    public record TopProcess(long pid, String name, String user, String use) {}

    /**
     * A value at a time.
     *
     * @param at epoch nanoseconds
     * @param value in the metric's unit
     */
    public record Point(long at, double value) {}
}
