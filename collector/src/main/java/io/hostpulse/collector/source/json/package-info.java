/** Values taken out of JSON that the user's own programs and servers write: a small path language and the names given to them. */
package io.hostpulse.collector.source.json;
