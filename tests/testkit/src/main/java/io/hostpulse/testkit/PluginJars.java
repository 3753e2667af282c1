package io.hostpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Makes plugins as their authors do: compiles a class, and packs it into a jar.
 *
 * @param directory where the jars go; sources and classes go beside it
 * @param contract what the types of the plugins implement
 */
public record PluginJars(Path directory, Class<?> contract) {

    private static final Path PAGE = Path.of("../docs/PLUGINS.md");
    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    /**
     * Takes a block of code from the page.
     *
     * @param language what stands behind its three accents
     * @param containing a text in it
     * @return the code
     * @throws IOException when the page cannot be read
     */
    public static String fromThePage(String language, String containing) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .filter(code -> code.contains(containing))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Names the file that names the types.
     *
     * @return its entry in a jar
     */
    public String service() {
        return "META-INF/services/" + contract.getName();
    }

    /**
     * Writes the source of a type that needs no more than a name and its options.
     *
     * @param name how the configuration calls it
     * @param body of the method {@code configure}
     * @return the source
     */
    public String type(String name, String body) {
        return """
                package example;
                import %3$s.*;
                import io.hostpulse.common.config.ConfigNode;
                public final class %1$sType implements %4$s {
                    public String name() { return "%1$s"; }
                    public Opener configure(ConfigNode options) { %2$s }
                }
                """.formatted(name, body, contract.getPackageName(), contract.getSimpleName());
    }

    /**
     * Compiles a type and packs it.
     *
     * @param jar the jar's name
     * @param source one public class in the package example
     * @param manifest lines of it behind its version
     * @return the jar
     * @throws IOException when a file cannot be written
     */
    public Path make(String jar, String source, String... manifest) throws IOException {
        Matcher found = CLASS.matcher(source);
        assertThat(found.find()).isTrue();
        Path work = Files.createTempDirectory(directory.getParent(), "work");
        Path file = Files.writeString(work.resolve(found.group(1) + ".java"), source);
        Path classes = Files.createDirectory(work.resolve("classes"));
        String[] arguments = {"--release", "17", "-d", classes.toString(), "-cp", ThisJvm.classPath(), file.toString()};
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
        try (JarOutputStream out = create(jar)) {
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", manifest) + "\n");
            put(out, service(), "example." + found.group(1) + "\n");
            addAll(classes, out);
        }
        return directory.resolve(jar);
    }

    /**
     * Compiles the type that the page shows and packs it.
     *
     * @param jar the jar's name
     * @param type the name of its class
     * @return the jar
     * @throws IOException when a file cannot be read or written
     */
    public Path makeOfThePage(String jar, String type) throws IOException {
        return make(jar, fromThePage("java", type));
    }

    /**
     * Packs a single file of text, without a manifest.
     *
     * @param jar the jar's name
     * @param entry the file's name in it
     * @param text what is in the file
     * @return the jar
     * @throws IOException when it cannot be written
     */
    public Path holding(String jar, String entry, String text) throws IOException {
        try (JarOutputStream out = create(jar)) {
            put(out, entry, text);
        }
        return directory.resolve(jar);
    }

    /**
     * Writes a file that has the name of a jar only.
     *
     * @param jar its name
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path noJar(String jar) throws IOException {
        return Files.writeString(Files.createDirectories(directory).resolve(jar), "no jar at all");
    }

    private JarOutputStream create(String jar) throws IOException {
        return new JarOutputStream(
                Files.newOutputStream(Files.createDirectories(directory).resolve(jar)));
    }

    private static void addAll(Path classes, JarOutputStream out) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path one : files) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
    }

    private static void put(JarOutputStream out, String entry, String text) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
