/** What Hostpulse itself takes and whether it grows, and asking a process to collect its garbage. */
package io.hostpulse.console.memory;
