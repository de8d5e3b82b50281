package org.heard.local.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What is to be done with a file.
 *
 * @param name tells imports apart
 * @param digest SHA-256 of the file, in base64
 * @param jsonLines one JSON object a line; otherwise CSV
 * @param ward of records that name none, or null
 * @param continues it holds the records of the files before it under this name
 * @param limit only the first so many records
 */
record Import(
    String name,
    String digest,
    boolean jsonLines,
    Mapping mapping,
    String ward,
    Notation notation,
    boolean continues,
    boolean dryRun,
    long limit) {

  /**
   * @param name null for that of the file; the door tells imports of two wards apart itself
   */
  static Import of(
      Path file,
      String name,
      Mapping mapping,
      String ward,
      Notation notation,
      boolean continues,
      boolean dryRun,
      long limit)
      throws IOException {
    String fileName = file.getFileName().toString();
    return new Import(
        name == null ? fileName : name,
        sha256(file),
        fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson"),
        mapping,
        ward,
        notation,
        continues,
        dryRun,
        limit);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return Base64.getEncoder().encodeToString(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
