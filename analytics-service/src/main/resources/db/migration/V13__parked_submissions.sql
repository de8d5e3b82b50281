-- Whose words are parked stood beside those alone that wait for their ward; the headers say it of every other. Cut from their text,
-- as Jackson has written it: where a header holds a null character, json cannot be asked for a field. Those that were erased are
-- destroyed by the service, which keeps what a lane needs of them.
update parked
set submission_id = substring(
      headers::text from '"ce_subject":"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"')::uuid
where topic = 'feedback.submitted' and submission_id is null;
