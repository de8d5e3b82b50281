package org.heard.analytics.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.heard.analytics.problem.JsonBody;
import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in an action, and what a merge makes of it. */
class PlanTest {
  private static final ActionConfig LIMITS =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(ActionConfig.class)
          .withSources(
              new PropertiesConfigSource(Map.of("heard.actions.max-text", "12"), "test", 500))
          .build()
          .getConfigMapping(ActionConfig.class);

  private static final String FULL =
      "'aim':'Sooner','status':'done','aimBy':'2026-12-31','target':4.50,"
          + "'measure':{'kind':'theme-rate','layer':'compassion','theme':'responsive-help',"
          + "'polarity':'absent'},'changeIdea':'Rounds','prediction':'Half','owner':'Night team',"
          + "'startsOn':'2026-10-12','endsOn':'2026-11-08','whatHappened':'Fewer','decision':'adopt',"
          + "'reason':'None','statement':{'youSaid':'Slow','weDid':'Rounds'}";

  @Test
  void everyFieldIsKeptAsItWasWritten() {
    Plan plan = plan(FULL);
    assertThat(Documents.read(Documents.write(plan), Plan.class)).isEqualTo(plan);
    assertThat(Documents.write(plan))
        .contains("\"status\":\"done\"", "\"target\":4.5", "\"aimBy\":\"2026-12-31\"");
    assertThat(Documents.tree(plan).size()).isEqualTo(Plan.FIELDS.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'status':'noted'|MISSING_FIELD",
        "'aim':null|MISSING_FIELD",
        "'aim':' '|INVALID_VALUE",
        "'aim':1|WRONG_TYPE",
        "'aim':'a\\u0000'|NUL_CHARACTER",
        "'aim':'a\\ud800'|LONE_SURROGATE",
        "'aim':'a','status':'breached'|INVALID_VALUE",
        "'aim':'a','status':1|WRONG_TYPE",
        "'aim':'a','status':'cannot-do'|MISSING_FIELD",
        "'aim':'a','decision':'adopt'|MISSING_FIELD",
        "'aim':'a','decision':'maybe','endsOn':'2026-10-05'|INVALID_VALUE",
        "'aim':'a','aimBy':'2026-02-29'|INVALID_VALUE",
        "'aim':'a','aimBy':'5.10.2026'|INVALID_VALUE",
        "'aim':'a','aimBy':'0000-01-01'|INVALID_VALUE",
        "'aim':'a','aimBy':'+12026-01-01'|INVALID_VALUE",
        "'aim':'a','aimBy':20261005|WRONG_TYPE",
        "'aim':'a','startsOn':'2026-10-06','endsOn':'2026-10-05'|INVALID_VALUE",
        "'aim':'a','target':-1|INVALID_VALUE",
        "'aim':'a','target':100.01|INVALID_VALUE",
        "'aim':'a','target':1e999999|INVALID_VALUE",
        "'aim':'a','target':1.001|INVALID_VALUE",
        "'aim':'a','target':'5'|WRONG_TYPE",
        "'aim':'a','measure':'percent-positive'|WRONG_TYPE",
        "'aim':'a','measure':{}|MISSING_FIELD",
        "'aim':'a','measure':{'kind':'mood'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'pillar'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'pillar','pillar':'hoping'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'any-shortfall','pillar':'helping'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'percent-positive','theme':'being-heard'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'theme-rate'}|MISSING_FIELD",
        "'aim':'a','measure':{'kind':'theme-rate','layer':'practical','theme':'being-heard',"
            + "'polarity':'negative'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'theme-rate','layer':'compassion','theme':'being-heard',"
            + "'polarity':'negative'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'theme-rate','layer':'compassion',"
            + "'theme':'being-heard'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'theme-rate','layer':'general','theme':'general-praise',"
            + "'polarity':'present'}|INVALID_VALUE",
        "'aim':'a','measure':{'kind':'any-shortfall','n':1}|UNKNOWN_FIELD",
        "'aim':'a','statement':'We did'|WRONG_TYPE",
        "'aim':'a','statement':{'theyDid':'b'}|UNKNOWN_FIELD",
        "'aim':'a','statement':{'weDid':' '}|INVALID_VALUE",
        "'aim':'a','score':1|UNKNOWN_FIELD",
        "'aim':'a','version':1|UNKNOWN_FIELD",
        "'aim':'a','insightRef':[]|WRONG_TYPE",
        "'aim':'a','insightRef':{'layer':'compassion'}|MISSING_FIELD",
        "'aim':'a','insightRef':{'layer':'compassion','theme':'being-heard','polarity':'absent',"
            + "'bucket':'year','period':'2026-W40'}|BAD_BUCKET",
        "'aim':'a','insightRef':{'layer':'compassion','theme':'being-heard','polarity':'absent',"
            + "'period':'2026-10'}|BAD_PERIOD",
        "'aim':'a','insightRef':{'layer':'compassion','theme':'being-heard','polarity':'absent',"
            + "'period':'2026-W40','submissionId':'x'}|UNKNOWN_FIELD",
      })
  void whatCannotBeIsRefused(String fields, String code) {
    assertThatThrownBy(() -> plan(fields)).isInstanceOf(ProblemException.class).hasMessage(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aim", "changeIdea", "prediction", "owner", "whatHappened", "reason"})
  void aTextHasItsBound(String field) {
    String others = field.equals("aim") ? "" : "'aim':'a',";
    String most = "\uD83D\uDC99".repeat(12);
    assertThat(Documents.write(plan(others + "'" + field + "':'" + most + "'"))).contains(most);
    assertTooLong(others + "'" + field + "':'" + most + "a'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"youSaid", "weDid"})
  void aStatementHasItsBound(String field) {
    plan("'aim':'a','statement':{'" + field + "':'" + "a".repeat(12) + "'}");
    assertTooLong("'aim':'a','statement':{'" + field + "':'" + "a".repeat(13) + "'}");
  }

  private static void assertTooLong(String fields) {
    assertThatThrownBy(() -> plan(fields)).hasMessage("TEXT_TOO_LONG");
  }

  @ParameterizedTest
  @CsvSource({"2026-W40", "2026-W53"})
  void numbersThatAreSentAreNotUsed(String period) {
    InsightRef.Asked asked =
        create(
                "'aim':'a','insightRef':{'layer':'general','theme':'general-praise','period':'"
                    + period
                    + "','numerator':'many','denominator':-1,'countedAt':'then'}")
            .insight();
    assertThat(asked.key()).isEqualTo(new ThemeKey("general", "general-praise", null));
    assertThat(asked.period().label()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'aim':'Sooner'|",
        "'target':4.5|",
        "'target':4.500|",
        "'statement':{'weDid':'Rounds'}|",
        "'owner':'Day team'|owner",
        "'owner':null,'prediction':null|owner prediction",
        "'statement':{'weDid':'More'}|statement",
        "'statement':null|statement",
        "'measure':{'polarity':'present'}|measure",
        "'status':'testing'|status",
        "'decision':null,'endsOn':null|decision endsOn",
      })
  void aPatchChangesWhatItNames(String patch, String changed) {
    Plan before = plan(FULL);
    Plan after = before.changedBy(JsonBody.tree(body(patch), 1000), LIMITS);
    assertThat(after.differencesFrom(before))
        .containsExactly(changed == null ? new String[0] : changed.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'aim':null|MISSING_FIELD",
        "'endsOn':null|MISSING_FIELD",
        "'status':null|MISSING_FIELD",
        "'status':'noted'|BAD_TRANSITION",
        "'score':null|UNKNOWN_FIELD",
        "'insightRef':{}|UNKNOWN_FIELD",
        "'measure':{'kind':'percent-positive'}|INVALID_VALUE",
      })
  void aPatchMakesNothingThatCouldNotBeWritten(String patch, String code) {
    assertThatThrownBy(() -> plan(FULL).changedBy(JsonBody.tree(body(patch), 1000), LIMITS))
        .hasMessage(code);
  }

  private static Plan plan(String fields) {
    return create(fields).plan();
  }

  private static NewAction create(String fields) {
    return NewAction.read(JsonBody.tree(body(fields), 2000), LIMITS);
  }

  /** Fields with single quotes for double ones. */
  private static ByteArrayInputStream body(String fields) {
    String json = "{" + fields.replace('\'', '"') + "}";
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }
}
