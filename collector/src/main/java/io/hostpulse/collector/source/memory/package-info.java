/** Main memory and swap space. */
package io.hostpulse.collector.source.memory;
