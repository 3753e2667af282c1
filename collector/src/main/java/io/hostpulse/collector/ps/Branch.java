package io.hostpulse.collector.ps;

import io.hostpulse.collector.source.process.ProcessRow;

/**
 * A process at its place.
 *
 * @param trunk the lines that lead to it, as they are drawn before its name
 * @param row the process
 */
record Branch(String trunk, ProcessRow row) {}
