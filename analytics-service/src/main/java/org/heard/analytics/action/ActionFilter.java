package org.heard.analytics.action;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * Which actions are asked for.
 *
 * @param wardId null for all wards of the organisations
 * @param organisations in which they lie
 * @param status null for any
 * @param overdue whether those that are overdue are asked for
 * @param unmeasured whether those that are unmeasured are; with both, those that are either
 */
record ActionFilter(
    String wardId, List<String> organisations, Status status, boolean overdue, boolean unmeasured) {

  static ActionFilter ofWard(String wardId, List<String> organisations, String status) {
    return new ActionFilter(wardId, organisations, status(status), false, false);
  }

  static ActionFilter ofOrganisations(
      List<String> organisations, String status, String overdue, String unmeasured) {
    return new ActionFilter(
        null,
        organisations,
        status(status),
        flag("overdue", overdue),
        flag("unmeasured", unmeasured));
  }

  private static Status status(String code) {
    return code == null
        ? null
        : Status.of(code)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ErrorCode.BAD_FILTER,
                        "status is noted, planned, testing, done or cannot-do."));
  }

  /** There is no list of those that are not overdue: only true narrows, and it is said. */
  private static boolean flag(String name, String value) {
    if (value != null && !value.equals("true")) {
      throw new ProblemException(ErrorCode.BAD_FILTER, name + " is true or left out.");
    }
    return value != null;
  }

  String where() {
    return "where w.organisation_id = any(?)"
        + (wardId == null ? "" : " and a.ward_id = ?")
        + (status == null ? "" : " and a.plan ->> 'status' = ?")
        + attention();
  }

  private String attention() {
    if (overdue && unmeasured) {
      return " and (s.overdue or s.unmeasured)";
    }
    return overdue ? " and s.overdue" : unmeasured ? " and s.unmeasured" : "";
  }

  /** Sets the values from an index on and returns the next. */
  int bind(PreparedStatement statement, int first) throws SQLException {
    int index = first;
    statement.setArray(
        index++, statement.getConnection().createArrayOf("text", organisations.toArray()));
    if (wardId != null) {
      statement.setString(index++, wardId);
    }
    if (status != null) {
      statement.setString(index++, status.code());
    }
    return index;
  }
}
