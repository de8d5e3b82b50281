package org.heard.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A line of the matrix file {@code operations.csv}.
 *
 * @param answer the status for who may ask
 * @param needsCaller whether the gateway may ask for a person only
 * @param through roles of a person for whom the gateway may ask
 * @param direct roles of a person who may ask without the gateway
 * @param body a right one; empty where the operation has none
 */
record Operation(
    String method,
    String path,
    int answer,
    boolean needsCaller,
    List<String> through,
    List<String> direct,
    String body) {

  /** Those of the suite, and one that nobody has given anything. */
  static final List<String> ROLES =
      List.of(
          "ward-leader",
          "quality-analyst",
          "intranet",
          "alert-handler",
          "information-governance",
          "admin",
          "nobody");

  private static final String NOBODYS = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4";

  static List<Operation> all() {
    try (InputStream in = Operation.class.getResourceAsStream("/operations.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 7))
          .map(Operation::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation of(String[] f) {
    return new Operation(
        f[0], f[1], Integer.parseInt(f[2]), needsCaller(f[3]), roles(f[4]), roles(f[5]), f[6]);
  }

  private static List<String> roles(String field) {
    if (field.equals("any")) {
      return ROLES;
    }
    return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
  }

  private static boolean needsCaller(String field) {
    return switch (field) {
      case "caller" -> true;
      case "alone" -> false;
      default -> throw new IllegalArgumentException(field);
    };
  }

  String on(String ward, String organisation) {
    return path.replace("{ward}", ward)
        .replace("{organisation}", organisation)
        .replace("{submission}", NOBODYS)
        .replace("{action}", NOBODYS)
        .replace("{id}", NOBODYS + "-1-1");
  }
}
