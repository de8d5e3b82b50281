package org.heard.local.erase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.PortBase;
import org.heard.local.run.RunFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Takes a submission back and prints how far that is. Its ids, by which the proof is asked for, go
 * where a script that reads the state does not look.
 */
@Command(
    name = "erase",
    description =
        "Takes a submission back, by its id or its receipt code, and prints the state; the ids, on"
            + " standard error.")
public final class EraseCommand implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Mixin private PortBase portBase;

  @Spec private CommandSpec spec;

  /** By id as an admin, by code as whoever holds it. */
  static final class Which {
    @Parameters(paramLabel = "ID", description = "The submission's id.")
    private String id;

    @Option(names = "--receipt", paramLabel = "CODE", description = "Its receipt code.")
    private String receipt;
  }

  @Override
  public void run() {
    RunFile suite = RunFile.read(portBase.ports());
    try {
      JsonHttp.Answer answer = erase(suite);
      if (answer.status() == NOT_FOUND) {
        throw CommandFailure.failed("There is no such submission.");
      }
      if (!answer.isSuccess()) {
        throw CommandFailure.failed("The suite refused: " + answer.problem());
      }
      print(answer.body());
    } catch (IOException e) {
      throw CommandFailure.failed("The suite does not answer: " + e);
    }
  }

  private void print(JsonNode body) {
    PrintWriter out = spec.commandLine().getOut();
    String until = body.path("until").asText("");
    String state = body.path("state").asText();
    out.println(until.isEmpty() ? state : state + " " + until);
    out.flush();
    PrintWriter errors = spec.commandLine().getErr();
    body.path("submissionIds").forEach(id -> errors.println("submission " + id.asText()));
    body.path("copies").forEach(id -> errors.println("copy " + id.asText()));
    errors.flush();
  }

  private JsonHttp.Answer erase(RunFile suite) throws IOException {
    ObjectNode body = JSON.createObjectNode();
    String token = Identity.of(suite).token(Bearer.admin(DemoDirectory.ORGANISATION));
    JsonHttp admin = new JsonHttp(suite.feedback(), token);
    if (which.id != null) {
      return admin.post("/v1/erasures", body.put("submissionId", which.id).put("reason", "admin"));
    }
    body.put("receiptCode", which.receipt);
    JsonHttp.Answer held = JsonHttp.asNobody(suite.feedback()).post("/v1/receipts/erase", body);
    if (!held.isSuccess()) {
      return held;
    }
    // Whoever has nothing but the code is told no ids; asked again, the first reason stands.
    JsonHttp.Answer told = admin.post("/v1/erasures", body.put("reason", "admin"));
    return told.isSuccess() ? told : held;
  }
}
