/** One question to a web server, asked with {@code common.net}, and what its answer says: a status, a time, values of JSON. */
package io.hostpulse.collector.source.http;
