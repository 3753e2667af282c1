/** What the broker says, typed: snapshots, alerts, gaps. Pure and immutable; knows no connection. */
package io.hostpulse.client.message;
