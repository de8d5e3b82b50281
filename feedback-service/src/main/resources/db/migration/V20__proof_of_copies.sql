-- What stays for good of a copy that was taken back, as of a submission: why, when and at whose wish. Null for those from before:
-- nobody noted it. Role and subject are null of a receipt's holder, too.
ALTER TABLE taken_back_copy
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN reason    text CHECK (reason IN ('receipt', 'objection', 'admin')),
  ADD COLUMN role      text,
  ADD COLUMN subject   text,
  ADD CHECK ((erased_at IS NULL) = (reason IS NULL));
