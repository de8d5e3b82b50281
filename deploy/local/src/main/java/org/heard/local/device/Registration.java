package org.heard.local.device;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.RunFile;

/** Registers and revokes devices, as an admin of the demo organisation. */
public final class Registration {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;

  private final JsonHttp admin;

  /** For the suite that {@code suite} describes. */
  public Registration(RunFile suite) {
    String token = Identity.of(suite).token(Bearer.admin(DemoDirectory.ORGANISATION));
    admin = new JsonHttp(suite.feedback(), token);
  }

  /**
   * A device and the key it will send; the key is not kept anywhere else.
   *
   * @param id the device's
   * @param key to be sent as a bearer value
   */
  public record Registered(String id, String key) {}

  /** A kiosk: its key writes this ward only. */
  public Registered kiosk(String name, String ward) {
    requireWard(ward);
    ObjectNode device = JSON.createObjectNode();
    device.put("name", name).put("kind", "kiosk").put("wardId", ward);
    return register(device);
  }

  /** An importer: its key writes every ward of the organisation that {@code ward} belongs to. */
  public Registered importer(String name, String ward) {
    return importerOf(name, requireWard(ward));
  }

  /** An importer for all wards of an organisation. */
  public Registered importerOf(String name, String organisation) {
    ObjectNode device = JSON.createObjectNode();
    device.put("name", name).put("kind", "importer").put("organisationId", organisation);
    return register(device);
  }

  /** Makes a device's key worthless; an answer other than success is of no consequence. */
  public void revoke(Registered device) throws IOException {
    admin.post("/v1/devices/" + device.id() + "/revoke", JSON.createObjectNode());
  }

  private String requireWard(String ward) {
    if (!ward.matches("[A-Za-z0-9_-]{1,50}")) {
      throw CommandFailure.failed("Unknown ward '" + ward + "'.");
    }
    try {
      JsonHttp.Answer answer = admin.get("/v1/directory/wards/" + ward);
      if (answer.status() == NOT_FOUND) {
        throw CommandFailure.failed("Unknown ward '" + ward + "'.");
      }
      return require(answer).body().path("organisationId").asText();
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Registered register(ObjectNode device) {
    try {
      JsonHttp.Answer answer = require(admin.post("/v1/devices", device));
      return new Registered(answer.body().path("id").asText(), answer.body().path("key").asText());
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static JsonHttp.Answer require(JsonHttp.Answer answer) {
    if (!answer.isSuccess()) {
      throw CommandFailure.failed("The suite refused: " + answer.problem());
    }
    return answer;
  }

  private static CommandFailure unreachable(IOException e) {
    return CommandFailure.failed("The suite does not answer: " + e);
  }
}
