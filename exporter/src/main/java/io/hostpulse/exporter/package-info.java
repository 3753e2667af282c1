/** The exporter: writes the records of the streams to files and stores, each at its own pace. */
package io.hostpulse.exporter;
