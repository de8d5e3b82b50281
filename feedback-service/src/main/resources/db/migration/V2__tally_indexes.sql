-- Tallies and re-drives read ward-days: the first index in pages by time and id, both without the rows themselves,
-- which hold the words and are wide.
CREATE INDEX submission_of_ward_day ON submission (ward_id, counted_at, id) INCLUDE (received_at);
CREATE INDEX submission_of_ward_received ON submission (ward_id, received_at) INCLUDE (counted_at);
DROP INDEX submission_ward_day;
DROP INDEX submission_received;
