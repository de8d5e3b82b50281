package org.heard.gateway.disclosure;

/** Why a single value of an answer is null. */
public enum HiddenCode {
  /** Too few responses, or comments with content, stand behind a rate to say it. */
  LOW_N,
  /** So few people share what the row says that it would tell of them, or of those beside it. */
  SMALL_CELL,
  /** The count does not lie within the whole, so it has no share. */
  NOT_A_SHARE
}
