package org.heard.gateway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A line of the matrix file {@code operations.csv}.
 *
 * @param isPublic whether everybody has it, without a token
 * @param success the status of the right caller
 * @param body a right one; null where the operation has none
 */
record Operation(
    String method,
    String path,
    boolean namesWard,
    boolean isPublic,
    List<String> roles,
    int success,
    String body) {
  private static final String CORRECTION = "4f0e8a55-9a36-4c52-8d3f-7b1d0c8d6e21";
  private static final String COMMENT = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4-2";

  private static final String ACTION = "0f8fad5b-d9cb-469f-a165-70867728950e";

  static final List<String> ROLES =
      List.of(
          "ward-leader",
          "quality-analyst",
          "intranet",
          "alert-handler",
          "information-governance",
          "admin");

  /** Those that want a token. */
  static List<Operation> guarded() {
    return all().stream().filter(operation -> !operation.isPublic()).toList();
  }

  static List<Operation> all() {
    try (InputStream in = Operation.class.getResourceAsStream("/operations.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 6))
          .map(Operation::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation of(String[] f) {
    return new Operation(
        f[0],
        f[1],
        f[2].equals("ward"),
        f[2].equals("public"),
        List.of(f[3].split(" ", -1)),
        Integer.parseInt(f[4]),
        f[5].isEmpty() ? null : f[5]);
  }

  String on(String ward) {
    return path.replace("{ward}", ward)
        .replace("{id}", COMMENT)
        .replace("{correction}", CORRECTION)
        .replace("{action}", ACTION)
        .replace("{org}", "O01");
  }
}
