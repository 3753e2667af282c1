/** What a client sends, by the rules of RFC 6455: from bytes to whole messages, refused at the first byte that breaks a rule. */
package io.hostpulse.broker.ws.frame;
