/**
 * The configuration of every process: one YAML file, the environment and flags become small typed records, and whatever is
 * wrong with them is said at once, with file, line, path and a suggestion. The only home of SnakeYAML.
 *
 * <p>Reading happens once, on the main thread, before anything else starts. {@code Config} and its sections are not
 * thread-safe; the records read from them are immutable.
 */
package io.hostpulse.common.config;
