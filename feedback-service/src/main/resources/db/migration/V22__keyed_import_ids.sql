-- Ids of records without one of their own are made of their content, and outlive it. Under names that are new from here on they are
-- made with a key, so that nobody can try what an erased record said; names of before go on with the ids that they have.
ALTER TABLE import_run ADD COLUMN keyed_ids boolean NOT NULL DEFAULT false;
