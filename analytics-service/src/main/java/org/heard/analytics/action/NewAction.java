package org.heard.analytics.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * An action to be created.
 *
 * @param insight null unless it answers a number
 * @param fields names of what was sent, in alphabetical order
 */
record NewAction(InsightRef.Asked insight, Plan plan, List<String> fields) {
  private static final String INSIGHT = "insightRef";

  static NewAction read(ObjectNode body, ActionConfig limits) {
    InsightRef.Asked insight = Fields.of(body).object(INSIGHT, InsightRef.Asked::read);
    ObjectNode sent = body.deepCopy();
    sent.remove(INSIGHT);
    Fields.of(sent).only(Plan.FIELDS);
    ObjectNode noted = JsonNodeFactory.instance.objectNode();
    noted.put("status", Status.NOTED.code());
    Plan plan = Plan.read(MergePatch.merged(noted, sent), limits);
    Status.NOTED.requireLeadsTo(plan.status());
    return new NewAction(insight, plan, names(insight, plan));
  }

  private static List<String> names(InsightRef.Asked insight, Plan plan) {
    List<String> names = new ArrayList<>();
    Documents.tree(plan).fieldNames().forEachRemaining(names::add);
    if (insight != null) {
      names.add(INSIGHT);
    }
    names.sort(null);
    return List.copyOf(names);
  }
}
