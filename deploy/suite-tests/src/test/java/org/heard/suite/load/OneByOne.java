package org.heard.suite.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Sent;

/** A door that takes one submission a request; one without an answer is unknown. */
abstract class OneByOne extends Door {
  OneByOne(int port) {
    super(port);
  }

  @Override
  final List<Entry> send(List<Sent> submissions) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    for (Sent sent : submissions) {
      try {
        entries.add(send(sent));
      } catch (IOException broken) {
        entries.add(Entry.of(Entry.Kind.UNKNOWN, sent, ""));
      }
    }
    return entries;
  }

  /** Sends one and says what the answer promises. */
  abstract Entry send(Sent sent) throws IOException, InterruptedException;
}
