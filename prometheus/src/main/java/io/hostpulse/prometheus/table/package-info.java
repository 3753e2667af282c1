/** From records to metrics: tables of names, and what is in no table. Pure: no file, no clock, no socket. */
package io.hostpulse.prometheus.table;
