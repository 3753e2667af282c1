/** The forms in which records leave Hostpulse: what the sinks of the exporter and the command {@code export} write alike. */
package io.hostpulse.common.export;
