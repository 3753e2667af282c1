/** The collector: one process for each source, which samples it and writes each snapshot once into its stream. */
package io.hostpulse.collector;
