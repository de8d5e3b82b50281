package org.heard.gateway.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A line of the matrix file {@code operations.csv}. */
record Operation(String method, String path, boolean namesWard, List<String> roles) {
  static final List<String> ROLES =
      List.of(
          "ward-leader",
          "quality-analyst",
          "intranet",
          "alert-handler",
          "information-governance",
          "admin");

  static List<Operation> all() {
    try (InputStream in = Operation.class.getResourceAsStream("/operations.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .map(f -> new Operation(f[0], f[1], f[2].equals("ward"), List.of(f[3].split(" ", -1))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String on(String ward) {
    return path.replace("{ward}", ward);
  }
}
