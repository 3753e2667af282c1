/** What runs and how the streams are doing, as tables for people and fields for programs. */
package io.hostpulse.console.status;
