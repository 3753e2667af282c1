/** Text for people: tables, colours, units, and characters that are safe to print. Knows nothing of Hostpulse. */
package io.hostpulse.console.text;
