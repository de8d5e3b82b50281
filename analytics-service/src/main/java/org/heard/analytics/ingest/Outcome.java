package org.heard.analytics.ingest;

import java.util.Locale;

/** What became of an event. Every event received has exactly one. */
enum Outcome {
  /** It changed what is stored. */
  APPLIED,
  /** The same fact was there. */
  DUPLICATE,
  /** A later fact was there. */
  SUPERSEDED,
  /** It was put aside with its reason. */
  PARKED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
