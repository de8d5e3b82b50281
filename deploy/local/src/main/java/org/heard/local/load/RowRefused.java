package org.heard.local.load;

/** A record cannot become a submission; others can. */
final class RowRefused extends Exception {

  private final String code;

  RowRefused(String code) {
    super(code);
    this.code = code;
  }

  String code() {
    return code;
  }
}
