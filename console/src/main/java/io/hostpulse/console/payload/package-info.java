/** What a record's payload says to a person. */
package io.hostpulse.console.payload;
