package org.heard.suite.ledger;

import java.util.UUID;

/**
 * A line of the ledger.
 *
 * @param kind what happened
 * @param id the submission's
 * @param hash {@link Sent#hash} of what was sent under that id
 * @param wardId the ward it was sent for
 * @param answer what must be the same in every answer to the same content (receipt and time), empty
 *     where the door tells neither
 * @param texts how many answered questions it has
 */
public record Entry(Kind kind, UUID id, String hash, String wardId, String answer, int texts) {

  /** What the line says of a submission. */
  public enum Kind {
    /** Written before it is sent. */
    INTENT,
    /** The same of one that is wrong on purpose and must be refused. */
    WRONG_INTENT,
    /** Acknowledged: stored by this request. */
    CREATED,
    /** Acknowledged: stored before. */
    REPEATED,
    /** Refused for what it is. */
    FAIL,
    /** No answer, or one that promises nothing. */
    UNKNOWN;

    boolean acknowledges() {
      return this == CREATED || this == REPEATED;
    }
  }

  /** What became of a request. */
  public static Entry of(Kind kind, Sent sent, String answer) {
    return new Entry(kind, sent.id(), sent.hash(), sent.wardId(), answer, sent.texts().size());
  }

  /** Whether the client may rely on the submission being kept. */
  public boolean acknowledges() {
    return kind.acknowledges();
  }

  String line() {
    return String.join("\t", kind.name(), id.toString(), hash, wardId, answer, texts + "") + "\n";
  }

  static Entry parse(String line) {
    String[] fields = line.split("\t", -1);
    return new Entry(
        Kind.valueOf(fields[0]),
        UUID.fromString(fields[1]),
        fields[2],
        fields[3],
        fields[4],
        Integer.parseInt(fields[5]));
  }
}
