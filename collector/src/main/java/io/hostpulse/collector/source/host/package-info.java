/** On which operating system this runs. */
package io.hostpulse.collector.source.host;
