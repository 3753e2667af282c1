/** Who may come in, how often, and what is written down of what they do. Knows neither HTTP nor Netty. */
package io.hostpulse.broker.auth;
