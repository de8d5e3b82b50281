package org.heard.feedback.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is remembered of a file under a name: when it began and how far it came. */
@Entity
@Table(name = "import_run")
class ImportRun {
  @Id Long id;

  @Column(name = "organisation_id")
  String organisationId;

  String name;

  /** SHA-256 of the file in base64, empty where its sender did not say. */
  String digest;

  /** Of records that name none; empty if they all must. */
  @Column(name = "default_ward")
  String defaultWard;

  /** Its sender said that it holds the records of the files before it under this name. */
  boolean continues;

  /** Another mapping makes other submissions: then it begins anew. */
  String options;

  /** Whose turn it is: who began last. */
  UUID turn;

  @Column(name = "began_at")
  Instant beganAt;

  @Column(name = "last_at")
  Instant lastAt;

  @Column(name = "finished_at")
  Instant finishedAt;

  /** When records of it were first stored; stays, whatever the counts begin anew. */
  @Column(name = "first_stored_at")
  Instant firstStoredAt;

  /** Whether ids of records without one are made with a key; the same for all of a name. */
  @Column(name = "keyed_ids")
  boolean keyedIds;

  long records;
  long accepted;
  long duplicate;
  long rejected;

  @JdbcTypeCode(SqlTypes.JSON)
  List<RecordProblem> problems;

  long flagged;

  @JdbcTypeCode(SqlTypes.JSON)
  List<RecordFlag> flags;

  ImportCounts counts() {
    return new ImportCounts(records, accepted, duplicate, rejected, problems, flagged, flags);
  }

  void take(ImportCounts counts) {
    records = counts.records();
    accepted = counts.accepted();
    duplicate = counts.duplicate();
    rejected = counts.rejected();
    problems = counts.problems();
    flagged = counts.flagged();
    flags = counts.flags();
  }
}
