/** Shows graphics cards to people. */
package io.hostpulse.console.gpu;
