package org.heard.gateway.disclosure;

/** Why a single value of an answer is null. */
public enum HiddenCode {
  /** Too few responses, or comments with content, stand behind a rate to say it. */
  LOW_N,
  /** The count does not lie within the whole, so it has no share. */
  NOT_A_SHARE
}
