/** What can be asked over HTTP: each endpoint makes a response of a request, and knows nothing of connections. */
package io.hostpulse.broker.rest.endpoint;
