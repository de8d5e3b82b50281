package org.heard.analytics.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which wards are asked for, as a condition of a query and its parameters. */
record WardFilter(String condition, Map<String, Object> parameters) {

  /** Everything in these organisations; nothing outside them exists. */
  static WardFilter within(List<String> organisations) {
    return new WardFilter(
        "organisationId in :organisations", Map.of("organisations", organisations));
  }

  WardFilter site(String id) {
    return and("siteId = :site", "site", id);
  }

  WardFilter odsCode(String code) {
    return and("odsCode = :ods", "ods", code);
  }

  WardFilter units(List<String> ids) {
    WardFilter named = and("(id in :units or siteId in :units", "units", ids);
    return named
        .and("", "unitArray", ids.toArray(String[]::new))
        .joined(" or array_intersects(divisionIds, :unitArray))");
  }

  WardFilter after(String id) {
    return and("id > :after", "after", id);
  }

  private WardFilter and(String more, String name, Object value) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put(name, value);
    return new WardFilter(more.isEmpty() ? condition : condition + " and " + more, Map.copyOf(all));
  }

  private WardFilter joined(String tail) {
    return new WardFilter(condition + tail, parameters);
  }
}
