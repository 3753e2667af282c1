/** JSON as it lies in records and messages: taken apart and put together again without changing a byte of its values. */
package io.hostpulse.broker.json;
