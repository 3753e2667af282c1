package io.hostpulse.common.config;

/** From which importance on events are logged. */
public enum LogLevel {
    /** Everything, also each step inside a tick. */
    TRACE,
    /** What helps to find an error. */
    DEBUG,
    /** What an operator wants to know on a good day. */
    INFO,
    /** What went wrong and was dealt with. */
    WARN,
    /** What went wrong and cost something. */
    ERROR,
    /** Nothing. */
    OFF
}
