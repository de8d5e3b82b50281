package org.heard.feedback.device;

import java.util.Locale;

/** Who may bring feedback in. */
public enum DeviceKind {
  /** Stands on one ward and writes that ward only. */
  KIOSK("hk_dev_"),
  /** Writes any ward of its organisation. */
  IMPORTER("hk_imp_");

  private final String keyPrefix;

  DeviceKind(String keyPrefix) {
    this.keyPrefix = keyPrefix;
  }

  String keyPrefix() {
    return keyPrefix;
  }

  /** As written in requests and in the database. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeviceKind of(String code) {
    for (DeviceKind kind : values()) {
      if (kind.code().equals(code)) {
        return kind;
      }
    }
    return null;
  }
}
