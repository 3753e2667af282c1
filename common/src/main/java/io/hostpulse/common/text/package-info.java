/** Texts between people and machines: what they probably meant, and what is safe to show them. */
package io.hostpulse.common.text;
