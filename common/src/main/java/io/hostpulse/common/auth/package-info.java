/** Who may do what with the broker, and what was done: tokens with roles, and the audit log. Shared by the broker and the console. */
package io.hostpulse.common.auth;
