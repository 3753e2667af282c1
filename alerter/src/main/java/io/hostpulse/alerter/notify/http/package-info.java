/** What all handlers that post to a server share: their options, what an answer means, and when to come again. */
package io.hostpulse.alerter.notify.http;
