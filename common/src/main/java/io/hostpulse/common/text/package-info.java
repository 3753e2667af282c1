/**
 * Texts between people and machines: what they probably meant, what is safe to show them, and how: tables, colours, units.
 */
package io.hostpulse.common.text;
