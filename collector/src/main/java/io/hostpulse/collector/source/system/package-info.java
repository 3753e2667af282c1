/** What the host is, since when it runs, and who is logged in. */
package io.hostpulse.collector.source.system;
