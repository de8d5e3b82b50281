package org.heard.analytics.comment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.analytics.tagging.Themes;

/**
 * What people have decided about tags, put on the tags in the transaction of the caller's
 * connection. Rollups are the caller's: taken back before, added after.
 */
@ApplicationScoped
public class AcceptedCorrections {
  /** A correction is of words, not of a place: other words end it, whatever was decided. */
  private static final String END =
      """
      update correction k set state = 'ended', text_hash = null
      where k.submission_id = any(?) and k.state <> 'ended' and not exists (
        select 1 from comment c
        where c.submission_id = k.submission_id and c.n = k.n and c.text is not null
          and sha256(convert_to(c.text, 'UTF8')) = k.text_hash)
      """;

  private static final String FOLLOW =
      """
      update correction k set ward_id = c.ward_id, counted_on = c.counted_on
      from comment c
      where k.submission_id = any(?) and c.submission_id = k.submission_id and c.n = k.n
        and (k.ward_id, k.counted_on) <> (c.ward_id, c.counted_on)
      """;

  /**
   * Of one tag the last decision holds. What the model said is kept apart, to judge it by. A tag of
   * a comment without content would be a part of no whole.
   */
  private static final String APPLY =
      """
      with last as (
        select distinct on (submission_id, n, layer, theme, polarity) *
        from correction where submission_id = any(?) and state = 'accepted'
        order by submission_id, n, layer, theme, polarity, seq desc
      ), gone as (
        delete from comment_tag t using last k
        where k.kind = 'wrong'
          and (t.submission_id, t.n, t.layer, t.theme, t.polarity)
            = (k.submission_id, k.n, k.layer, k.theme, k.polarity)
        returning t.*
      ), overruled as (
        insert into overruled_tag (submission_id, n, layer, theme, polarity, specificity,
                                   confidence, evidence_start, evidence_end)
        select submission_id, n, layer, theme, polarity, specificity,
               confidence, evidence_start, evidence_end
        from gone where source is null
        on conflict do nothing
      )
      insert into comment_tag (submission_id, n, layer, theme, polarity, pillar, confidence,
                               evidence_start, evidence_end, ward_id, counted_on, source)
      select k.submission_id, k.n, k.layer, k.theme, k.polarity, p.pillar, 1,
             k.evidence_start, k.evidence_end, c.ward_id, c.counted_on, 'person'
      from last k
      join comment c using (submission_id, n)
      left join (values %s) p (layer, theme, pillar)
        on (p.layer, p.theme) = (k.layer, k.theme)
      where k.kind = 'missing' and c.with_content
      on conflict do nothing
      """
          .formatted(
              Themes.compassion().stream()
                  .map(
                      theme ->
                          "('%s', '%s', '%s')"
                              .formatted(theme.layer().code(), theme.code(), theme.pillar()))
                  .collect(Collectors.joining(", ")));

  /** Names were found worth telling by what the model said; where it was wrong, none is told. */
  private static final String NAMELESS =
      """
      update comment set praised = '{}'
      where praised <> '{}' and submission_id in (
        select submission_id from correction where submission_id = any(?) and state = 'accepted')
      """;

  /** A review judged the words that were there; a hash of them is kept no longer than they are. */
  private static final String END_REVIEWS =
      """
      update review r set text_hash = null
      where r.submission_id = any(?) and r.text_hash is not null and not exists (
        select 1 from comment c
        where c.submission_id = r.submission_id and c.n = r.n and c.text is not null
          and sha256(convert_to(c.text, 'UTF8')) = r.text_hash)
      """;

  private static final String FOLLOW_REVIEWS =
      """
      update review r set ward_id = c.ward_id, counted_on = c.counted_on
      from comment c
      where r.submission_id = any(?) and c.submission_id = r.submission_id and c.n = r.n
        and (r.ward_id, r.counted_on) <> (c.ward_id, c.counted_on)
      """;

  private static final String EXPIRE =
      """
      update correction
      set state = case state when 'open' then 'ended' else state end, text_hash = null
      where submission_id = any(?)
      """;

  private static final String DESTROY = "delete from correction where submission_id = any(?)";

  /**
   * Puts corrections on comments that were just written anew, and ends those of other words, as
   * well as what reviews remember of them.
   *
   * @param submissions that were here before; a new one has no corrections
   */
  public void keep(Connection connection, Collection<UUID> submissions) throws SQLException {
    if (!submissions.isEmpty()) {
      run(
          connection,
          List.of(END, FOLLOW, APPLY, NAMELESS, END_REVIEWS, FOLLOW_REVIEWS),
          submissions);
    }
  }

  /** Puts what has just been accepted on the tags of its submission. */
  public void apply(Connection connection, UUID submission) throws SQLException {
    run(connection, List.of(APPLY, NAMELESS), List.of(submission));
  }

  /** The words are gone: what was decided stays, as counts depend on it; the rest ends. */
  public void expire(Connection connection, Collection<UUID> submissions) throws SQLException {
    run(connection, List.of(EXPIRE), submissions);
  }

  /** Destroys every correction of these submissions. */
  public void destroy(Connection connection, Collection<UUID> submissions) throws SQLException {
    run(connection, List.of(DESTROY), submissions);
  }

  private static void run(
      Connection connection, List<String> statements, Collection<UUID> submissions)
      throws SQLException {
    for (String sql : statements) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
        statement.executeUpdate();
      }
    }
  }
}
