package io.hostpulse.collector.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Makes plugins as their authors do: compiles, and packs into a jar.
 *
 * @param work where sources and classes go
 * @param plugins where the jars go
 */
public record PluginJars(Path work, Path plugins) {

    private static final Path PAGE = Path.of("../docs/PLUGINS.md");
    private static final String SERVICE = "META-INF/services/io.hostpulse.collector.source.SourceType";
    private static final Pattern CLASS = Pattern.compile("public (?:final )?class (\\w+)");

    /**
     * Makes both directories.
     *
     * @param root above them
     * @return what makes jars there
     * @throws IOException when they cannot be made
     */
    public static PluginJars in(Path root) throws IOException {
        return new PluginJars(
                Files.createDirectories(root.resolve("work")), Files.createDirectories(root.resolve("plugins")));
    }

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
     * Compiles a type and packs it.
     *
     * @param name the jar's name
     * @param source one public class in the package example
     * @param manifest lines behind its version
     * @return the jar
     * @throws IOException when a file cannot be written
     */
    public Path make(String name, String source, String... manifest) throws IOException {
        Matcher found = CLASS.matcher(source);
        assertThat(found.find()).isTrue();
        Path classes = compile(name, found.group(1), source);
        Path jar = plugins.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", manifest) + "\n");
            put(out, SERVICE, "example." + found.group(1) + "\n");
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, out);
            }
        }
        return jar;
    }

    private Path compile(String name, String type, String source) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("src/example")).resolve(type + ".java"), source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-d", classes.toString(), "-cp", classPath));
        arguments.add(file.toString());
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return classes;
    }

    private static void put(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
