package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heard.analytics.Tokens;

/** A place as its quality-analyst sees it through the gateway. */
record AskedPlace(HandledPlace place) {

  /** Asks about the ward; parameters are name, value, name, value. */
  Response ward(String what, String... parameters) {
    return get("/v1/wards/" + place.ward + "/" + what, parameters);
  }

  Response get(String path, String... parameters) {
    Map<String, String> query = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.put(parameters[i], parameters[i + 1]);
    }
    return asking().queryParams(query).get(path);
  }

  RequestSpecification asking() {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header(
            "Heard-Caller",
            Tokens.person("quality-analyst").withOrganisations(place.organisation).sign())
        .contentType("application/json; charset=UTF-8");
  }

  /** What all pages together list, in order; {@code between} happens after each page. */
  List<Map<String, Object>> walk(String path, int limit, Step between, String... parameters)
      throws Exception {
    List<Map<String, Object>> items = new ArrayList<>();
    List<String> asked = new ArrayList<>(List.of(parameters));
    asked.addAll(List.of("limit", Integer.toString(limit)));
    String cursor = null;
    do {
      List<String> page = new ArrayList<>(asked);
      if (cursor != null) {
        page.addAll(List.of("cursor", cursor));
      }
      JsonPath answer =
          get(path, page.toArray(String[]::new)).then().statusCode(200).extract().jsonPath();
      items.addAll(answer.getList("items"));
      cursor = answer.getString("next");
      between.take();
    } while (cursor != null);
    return items;
  }

  /** Something that happens between two pages. */
  interface Step {
    void take() throws Exception;
  }
}
