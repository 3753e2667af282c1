/**
 * Asking servers: a client of HTTP/1.1 as far as one question and its answer need it. It is our own because only so is the address that
 * was checked certainly the one that is connected to.
 */
package io.hostpulse.common.net;
