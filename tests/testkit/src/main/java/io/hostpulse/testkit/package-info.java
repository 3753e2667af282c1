/** What the tests of several modules share: waiting, child processes, certificates, servers on 127.0.0.1, plugins in jars. */
package io.hostpulse.testkit;
