/** Measures Hostpulse: the parts of the data path with JMH, and the whole of it from a client's side. */
package io.hostpulse.benchmarks;
