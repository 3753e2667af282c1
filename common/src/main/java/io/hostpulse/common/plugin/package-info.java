/** Code that others have written: jars in a directory, each in a class loader of its own. docs/PLUGINS.md describes them. */
package io.hostpulse.common.plugin;
