/** Where data comes from: the contract of a source, and the list of the kinds there are. */
package io.hostpulse.collector.source;
