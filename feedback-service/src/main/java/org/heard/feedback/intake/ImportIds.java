package org.heard.feedback.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.submission.NamedId;

/**
 * Ids for records, so that the same file gives the same ids again.
 *
 * <p>A UUID in the file is the id. Anything else in the id column is hashed with the import's name
 * (UUIDv5, RFC 9562). Without one, the record's content and how many equal records came before it
 * are hashed with the name: two patients who wrote the same stay two. Content is what is filled in,
 * by column: the order of columns and the form of the file do not matter. A name is its
 * organisation's, and for records without a ward their ward's: the same file may come for each.
 *
 * <p>An id outlives what was said, so content is hashed with a key: else whoever knows a name could
 * try what an erased record said. Names of before that keep the hash without one.
 */
final class ImportIds {
  /** Ours alone; a random UUID, fixed for ever. */
  static final UUID NAMESPACE = UUID.fromString("8d0b5d0c-7a55-4b6e-9a0f-3f0f6c1d2e47");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  // Joins the parts of a name; stands in no name and no value.
  private static final char SEPARATOR = '\u0000';

  private static final String KEYED = "import-row";

  /** With its organisation. */
  private final String importName;

  private final UnaryOperator<byte[]> hash;

  /**
   * By the first eight bytes of the content's hash, for the memory's sake. Should two contents ever
   * share them, they share a count, and their ids are still their own and the same every time.
   */
  private final LongMap occurrences = new LongMap();

  private ImportIds(String organisationId, String importName, UnaryOperator<byte[]> hash) {
    this.importName = organisationId + SEPARATOR + importName;
    this.hash = hash;
  }

  /** Those of a name. */
  static ImportIds keyed(String organisationId, String importName, ServiceSecrets secrets) {
    return new ImportIds(organisationId, importName, content -> secrets.mac(KEYED, content));
  }

  /** Those of a name under which something was imported before ids had a key. */
  static ImportIds plain(String organisationId, String importName) {
    return new ImportIds(organisationId, importName, ImportIds::sha256);
  }

  /**
   * The id of the next record; records must come in the file's order.
   *
   * @param ward of a record that names none, else empty
   */
  UUID next(Map<String, String> values, Optional<String> sourceId, String ward) {
    return sourceId.map(id -> fromSource(id, ward)).orElseGet(() -> fromContent(values, ward));
  }

  private UUID fromSource(String id, String ward) {
    return UUID_FORM.matcher(id).matches()
        ? UUID.fromString(id)
        : NamedId.version5(
            NAMESPACE, "id" + SEPARATOR + importName + SEPARATOR + ward + SEPARATOR + id);
  }

  private UUID fromContent(Map<String, String> values, String ward) {
    StringBuilder content = new StringBuilder(ward).append(SEPARATOR);
    new TreeMap<>(values)
        .forEach(
            (column, value) -> {
              if (value != null && !value.isEmpty()) {
                content.append(column).append(SEPARATOR).append(value).append(SEPARATOR);
              }
            });
    byte[] hashed = hash.apply(content.toString().getBytes(StandardCharsets.UTF_8));
    long start = ByteBuffer.wrap(hashed).getLong();
    long occurrence = occurrences.get(start) + 1;
    occurrences.put(start, occurrence);
    return NamedId.version5(
        NAMESPACE,
        "row"
            + SEPARATOR
            + importName
            + SEPARATOR
            + HexFormat.of().formatHex(hashed)
            + SEPARATOR
            + occurrence);
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
