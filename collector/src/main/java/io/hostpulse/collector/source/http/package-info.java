/**
 * One question to a web server and what it answered. The client is our own, of HTTP/1.1 as far as a question needs it: only so is the
 * address that was checked certainly the one that is connected to.
 */
package io.hostpulse.collector.source.http;
