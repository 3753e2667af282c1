package io.hostpulse.alerter.notify;

import io.hostpulse.testkit.Keytool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** An authority that the test makes, {@code ca.pem}, and a server's certificate that it has signed, for localhost only. */
public final class TestAuthority {

    private final Path directory;

    private TestAuthority(Path directory) {
        this.directory = directory;
    }

    /** Makes both in a folder; it takes seconds, since each call of keytool starts a JVM. */
    public static TestAuthority in(Path directory) throws Exception {
        TestAuthority authority = new TestAuthority(directory);
        authority.keytool("ca.p12", "-genkeypair -alias ca -keyalg EC -ext bc:c -dname", "CN=Test CA");
        authority.keytool("ca.p12", "-exportcert -alias ca -rfc -file ca.pem");
        authority.keytool("server.p12", "-genkeypair -alias s -keyalg EC -dname", "CN=server");
        authority.keytool("server.p12", "-certreq -alias s -file server.csr");
        authority.keytool(
                "ca.p12", "-gencert -alias ca -rfc -ext san=dns:localhost -infile server.csr -outfile server.pem");
        authority.keytool("server.p12", "-importcert -noprompt -alias ca -file ca.pem");
        authority.keytool("server.p12", "-importcert -noprompt -alias s -file server.pem");
        return authority;
    }

    /** The file that believes it. */
    public Path certificate() {
        return directory.resolve("ca.pem");
    }

    /** What a server needs that has its certificate. */
    public SSLContext server() throws Exception {
        return Keytool.server(directory.resolve("server.p12"));
    }

    private void keytool(String store, String arguments, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of(more));
        new Keytool(directory).run(store, all);
    }
}
