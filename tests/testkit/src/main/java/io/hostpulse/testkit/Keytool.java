package io.hostpulse.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The keytool of the JDK. Each call starts a JVM, which takes a second.
 *
 * @param directory against which names of files are resolved
 */
public record Keytool(Path directory) {

    /** The password of every store that it makes. */
    public static final String PASSWORD = "changeit";

    /**
     * Runs it to its end.
     *
     * @param store the file of keys, in the form PKCS12
     * @param arguments what to do with it
     * @return the store
     * @throws IOException what it said, when it failed
     * @throws InterruptedException when the test was
     */
    public Path run(String store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store, "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(command + ": " + output);
        }
        return directory.resolve(store);
    }

    /**
     * Shows what is in a store to whoever connects.
     *
     * @param store the file of keys
     * @return what a server uses
     * @throws IOException when it cannot be read
     * @throws GeneralSecurityException when it is none
     */
    public static SSLContext server(Path store) throws IOException, GeneralSecurityException {
        char[] password = PASSWORD.toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
