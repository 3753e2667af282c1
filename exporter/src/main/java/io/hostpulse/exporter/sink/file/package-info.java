/**
 * Files that are whole under their names, for the sinks that write files. What is being written has the name with {@code .part},
 * and a memory in the data directory says how much of it counts: a crash at any moment costs nothing and writes nothing twice.
 */
package io.hostpulse.exporter.sink.file;
