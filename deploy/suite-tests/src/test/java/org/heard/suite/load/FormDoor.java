package org.heard.suite.load;

import java.net.http.HttpRequest;
import java.util.function.Function;
import org.heard.suite.ledger.Sent;

/** A patient's own phone. */
final class FormDoor extends PageDoor {
  private final Function<String, String> codes;

  /**
   * @param codes the code of a ward's form
   */
  FormDoor(int port, Function<String, String> codes) {
    super(port);
    this.codes = codes;
  }

  @Override
  HttpRequest.Builder page(Sent said) {
    return browser("/f/" + codes.apply(said.wardId()));
  }

  @Override
  String more(Sent sent) {
    return "";
  }
}
