package org.heard.feedback.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.intake.ColumnMapping.Field;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.CellSeparator;

/**
 * What is to be done with a file.
 *
 * @param name tells imports apart; ids are derived from it
 * @param defaultWard for records without a ward, or null
 * @param separator of the cells of a CSV file, null where its sender did not say
 * @param dateFormat of its times, null for ISO 8601
 * @param continues the file holds the records of those imported before under this name, and more
 * @param limit only so many records
 * @param digest SHA-256 of the file in base64, empty if its sender did not say
 */
record ImportRequest(
    String name,
    ColumnMapping mapping,
    String defaultWard,
    CellSeparator separator,
    DateFormat dateFormat,
    boolean continues,
    boolean dryRun,
    long limit,
    String digest) {
  private static final int MAX_NAME = 200;

  /** RFC 9530; other algorithms beside it are of no concern here. */
  private static final Pattern SHA_256 =
      Pattern.compile("(?:^|.*,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,.*|$)");

  /**
   * @throws ProblemException {@code INVALID_PARAMETER}, {@code BAD_LIMIT}, {@code BAD_DIGEST}
   */
  static ImportRequest read(
      String name,
      List<String> map,
      String ward,
      String separator,
      String dateFormat,
      String continues,
      String dryRun,
      String limit,
      String contentDigest) {
    if (name == null
        || name.isBlank()
        || name.length() > MAX_NAME
        || name.chars()
            .anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
      throw wrong("name is 1 to " + MAX_NAME + " characters, without controls.");
    }
    if (ward != null && !ward.matches("[A-Za-z0-9_-]{1,50}")) {
      throw wrong("ward is a ward's id.");
    }
    return new ImportRequest(
        name,
        ColumnMapping.parse(map),
        ward,
        separator == null ? null : separator(separator),
        dateFormat == null ? null : DateFormat.parse(dateFormat),
        flag("continues", continues),
        flag("dryRun", dryRun),
        limit(limit),
        digest(contentDigest));
  }

  /** Whether records may have ids of their own. */
  boolean hasIds() {
    return mapping.columnOf(Field.ID) != null;
  }

  /** Whether records may name their wards. */
  boolean namesWards() {
    return mapping.columnOf(Field.WARD) != null;
  }

  /** What makes other submissions of the same file. */
  String options() {
    // What was not said is not named: an import that began before it could be said goes on.
    return mapping
        + " ward "
        + defaultWard
        + " limit "
        + limit
        + (separator == null ? "" : " separator " + separator.code())
        + (dateFormat == null ? "" : " dateFormat " + dateFormat);
  }

  private static boolean flag(String name, String said) {
    if (!said.equals("true") && !said.equals("false")) {
      throw wrong(name + " is true or false.");
    }
    return said.equals("true");
  }

  private static CellSeparator separator(String said) {
    return CellSeparator.parse(said)
        .orElseThrow(() -> wrong("separator is comma, semicolon or tab, or that character."));
  }

  private static long limit(String limit) {
    if (limit == null) {
      return Long.MAX_VALUE;
    }
    if (!limit.matches("0*[1-9][0-9]{0,15}")) {
      throw new ProblemException(ErrorCode.BAD_LIMIT, "limit is a whole number above 0.");
    }
    return Long.parseLong(limit);
  }

  private static String digest(String header) {
    if (header == null) {
      return "";
    }
    Matcher digest = SHA_256.matcher(header);
    if (!digest.matches()) {
      throw new ProblemException(
          ErrorCode.BAD_DIGEST, "Content-Digest is sha-256=:...:, in base64, or not sent.");
    }
    return digest.group(1);
  }

  private static ProblemException wrong(String detail) {
    return new ProblemException(ErrorCode.INVALID_PARAMETER, detail);
  }
}
