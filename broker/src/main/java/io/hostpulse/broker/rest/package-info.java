/**
 * What the broker answers to plain HTTP: a router, and small endpoints that make a response of a request. Nothing here knows how
 * requests come in; {@code rest.http} does.
 */
package io.hostpulse.broker.rest;
