-- Where a ward's patients find its form. Six characters, to be typed from a poster; no secret.
ALTER TABLE directory_unit ADD COLUMN form_code text UNIQUE;

-- Codes that were replaced: what is printed still leads to the ward for a while, and never to another.
CREATE TABLE replaced_form_code (
  code        text PRIMARY KEY,
  ward_id     text NOT NULL,
  replaced_at timestamptz NOT NULL
);

-- Wards that are here already get theirs: five bits of each of six random bytes. One that is taken is drawn again.
DO $$
DECLARE
  ward record;
BEGIN
  FOR ward IN SELECT id FROM directory_unit WHERE kind = 'ward' LOOP
    LOOP
      BEGIN
        UPDATE directory_unit SET form_code = (
          SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(random, i) % 32, 1), '')
          FROM (SELECT uuid_send(gen_random_uuid()) AS random) AS bytes, generate_series(0, 5) AS i)
        WHERE kind = 'ward' AND id = ward.id;
        EXIT;
      EXCEPTION WHEN unique_violation THEN
        NULL;
      END;
    END LOOP;
  END LOOP;
END $$;

ALTER TABLE directory_unit ADD CHECK ((kind = 'ward') = (form_code IS NOT NULL));

-- A patient's own phone is no device of ours.
ALTER TABLE submission ALTER COLUMN device_id DROP NOT NULL;
