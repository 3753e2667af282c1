/** JSON as a tree, read and written; the only part of the client that knows a library. */
package io.hostpulse.client.json;
