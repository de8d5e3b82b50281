package org.heard.analytics.access;

import jakarta.enterprise.context.RequestScoped;

/** The caller of this request, once the filter has verified the token. */
@RequestScoped
public class CurrentCaller {
  private Caller caller;

  /** The person asking; an operation without {@link ForCaller} has none. */
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("an operation without @ForCaller asked for the caller");
    }
    return caller;
  }

  void set(Caller verified) {
    caller = verified;
  }
}
