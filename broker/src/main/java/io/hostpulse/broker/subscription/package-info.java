/** What clients may ask to be sent, and how far they have come: known to the feed, which composes it, and to those who deliver it. */
package io.hostpulse.broker.subscription;
