/** Types of sinks that others have written, and the wall around them. docs/PLUGINS.md describes them. */
package io.hostpulse.exporter.plugin;
