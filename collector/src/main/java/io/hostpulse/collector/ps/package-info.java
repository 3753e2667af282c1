/** The command {@code hostpulse ps}: the processes of this moment, as a table, a tree or JSON. */
package io.hostpulse.collector.ps;
