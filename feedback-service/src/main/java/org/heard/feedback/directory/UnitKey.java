package org.heard.feedback.directory;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Ids are unique within a kind. */
@Embeddable
record UnitKey(String kind, String id) implements Serializable {
  static UnitKey of(UnitKind kind, String id) {
    return new UnitKey(kind.code(), id);
  }
}
