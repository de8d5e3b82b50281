package org.heard.local.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.heard.local.run.JsonHttp;

/** The seed of the directory: a data file, put through the same door an admin uses. */
public final class DemoDirectory {

  /** The id of its only organisation. */
  public static final String ORGANISATION = "O01";

  /** How many wards it has. */
  public static final int WARDS = 12;

  // Parents first: a ward names its site and divisions, those name the organisation.
  private static final List<String> KINDS = List.of("organisations", "sites", "divisions", "wards");

  private DemoDirectory() {}

  /**
   * One thing to put.
   *
   * @param path {@code /v1/directory/<kind>/<id>}
   * @param body the thing without its id
   */
  record Entry(String path, JsonNode body) {}

  static List<Entry> entries() {
    JsonNode seed = seed();
    List<Entry> entries = new ArrayList<>();
    for (String kind : KINDS) {
      for (JsonNode thing : seed.get(kind)) {
        ObjectNode body = thing.deepCopy();
        String id = body.remove("id").asText();
        entries.add(new Entry("/v1/directory/" + kind + "/" + id, body));
      }
    }
    return entries;
  }

  /** Puts every entry; what is there already stays as it is. */
  public static void apply(JsonHttp admin) throws IOException {
    for (Entry entry : entries()) {
      JsonHttp.Answer answer = admin.put(entry.path(), entry.body());
      if (!answer.isSuccess()) {
        throw new IOException("PUT " + entry.path() + " was answered " + answer.problem());
      }
    }
  }

  private static JsonNode seed() {
    try (InputStream in = DemoDirectory.class.getResourceAsStream("seed.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("seed.json is part of this module", e);
    }
  }
}
