/**
 * Programs of the user's own: started without a shell, given a limited time and a small environment, and ended together with everything
 * they started.
 */
package io.hostpulse.common.program;
