/** The {@code hostpulse} command: its subcommands, and where they look. The only home of picocli. */
package io.hostpulse.console;
