package org.heard.suite.broken;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.heard.suite.Command;

/**
 * A copy of a packaged service in which some classes are replaced. Everything that stays is linked,
 * so it is the shipped jar in all but the mistake.
 */
final class TestBuild {
  private static final String TRANSFORMED = "quarkus/transformed-bytecode.jar";

  private final Path original;
  private final Path module;
  private final Path copy;
  private final Path classes;

  private TestBuild(String module, Path folder) {
    this.module = Command.root().resolve(module);
    this.original = this.module.resolve("target/quarkus-app");
    this.copy = folder.resolve("quarkus-app");
    this.classes = folder.resolve("classes");
  }

  /** Where the service with these mistakes can be started from. */
  static Path with(List<Mutation> mutations, Path folder) throws IOException {
    TestBuild build = new TestBuild(mutations.get(0).module(), folder);
    build.link();
    build.compile(mutations, folder.resolve("sources"));
    build.replace();
    return build.copy;
  }

  private void link() throws IOException {
    Files.createDirectories(copy.resolve("quarkus"));
    Files.createDirectories(copy.resolve("app"));
    Files.createSymbolicLink(copy.resolve("lib"), original.resolve("lib"));
    // Copies, because the JVM follows links before it looks beside a jar for the others.
    Files.copy(original.resolve("quarkus-run.jar"), copy.resolve("quarkus-run.jar"));
    for (String folder : List.of("quarkus", "app")) {
      try (Stream<Path> files = Files.list(original.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              copy.resolve(folder).resolve(file.getFileName()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private void compile(List<Mutation> mutations, Path sources) throws IOException {
    Files.createDirectories(classes);
    Files.createDirectories(sources);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Map<String, String> texts = new TreeMap<>();
      for (Mutation mutation : mutations) {
        String text = texts.getOrDefault(mutation.simpleName(), mutation.read());
        texts.put(mutation.simpleName(), mutation.applyTo(text));
      }
      List<Path> written = new ArrayList<>();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path source = sources.resolve(text.getKey() + ".java");
        written.add(Files.writeString(source, proxyable(text.getKey(), text.getValue())));
      }
      StringWriter said = new StringWriter();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-parameters", "-cp", classPath(), "-d", classes + "");
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(written))
              .call();
      if (!compiled) {
        throw new AssertionError("a mistake that does not compile: " + said);
      }
    }
  }

  private String classPath() throws IOException {
    List<String> path = new ArrayList<>(List.of(module.resolve("target/classes").toString()));
    for (String folder : List.of("lib/main", "lib/boot")) {
      try (Stream<Path> jars = Files.list(original.resolve(folder))) {
        jars.map(Path::toString).forEach(path::add);
      }
    }
    return String.join(":", path);
  }

  /** Quarkus gives a bean without one a constructor that its proxy can call; so do we. */
  private String proxyable(String name, String text) throws IOException {
    try (FileSystem jar = jar(copy.resolve(TRANSFORMED));
        Stream<Path> all = Files.walk(jar.getPath("/"))) {
      if (all.noneMatch(file -> file.endsWith(name + ".class"))) {
        return text;
      }
    }
    return text.replaceAll("(?m)^  private final ([\\w.<>]+ \\w+;)$", "  private $1")
        .replaceFirst(
            "(?m)^((?:public )?class " + name + " [^{]*\\{)$", "$1\n  " + name + "() {}\n");
  }

  /** Puts the compiled classes where the running service looks first. */
  private void replace() throws IOException {
    int replaced = 0;
    List<Path> jars = new ArrayList<>(List.of(copy.resolve(TRANSFORMED)));
    try (Stream<Path> app = Files.list(copy.resolve("app"))) {
      app.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
    }
    for (Path path : jars) {
      try (FileSystem jar = jar(path);
          Stream<Path> compiled = Files.walk(classes)) {
        for (Path file : compiled.filter(Files::isRegularFile).toList()) {
          Path place = jar.getPath("/" + classes.relativize(file));
          if (Files.exists(place)) {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
            replaced++;
          }
        }
      }
    }
    if (replaced == 0) {
      throw new AssertionError("nothing was replaced in " + copy);
    }
  }

  private static FileSystem jar(Path path) throws IOException {
    return FileSystems.newFileSystem(URI.create("jar:" + path.toUri()), Map.of());
  }
}
