/** HTTP on Netty: from bytes to requests, in their order and within limits, and from responses to bytes. */
package io.hostpulse.broker.rest.http;
