-- What was put aside and then came with a good key, or was taken back, was left where it was, sealed.
WITH gone AS (
  DELETE FROM quarantine q USING submission s
  WHERE s.id = q.id AND (s.erased_at IS NOT NULL OR s.content_mac = q.content_mac)
  RETURNING q.device_key_id),
counted AS (SELECT device_key_id, count(*) AS rows FROM gone GROUP BY device_key_id)
-- A count that says too little is no reason not to start.
UPDATE device_key k SET quarantined = greatest(0, k.quarantined - counted.rows) FROM counted WHERE k.id = counted.device_key_id;
