/** Types of sources that others have written, and the wall around them. docs/PLUGINS.md describes them. */
package io.hostpulse.collector.plugin;
