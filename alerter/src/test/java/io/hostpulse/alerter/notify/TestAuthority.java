package io.hostpulse.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that the test makes, {@code ca.pem}, and a server's certificate that it has signed, for localhost only. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";

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
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve("server.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String store, String arguments, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of(more));
        command.addAll(List.of("-keystore", store, "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.out").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(directory.resolve("keytool.out")))
                .isZero();
    }
}
