/** What the broker answers to plain HTTP. */
package io.hostpulse.broker.rest;
