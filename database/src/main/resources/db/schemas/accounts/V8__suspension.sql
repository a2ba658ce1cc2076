ALTER TABLE credential ADD COLUMN suspended boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN credential.suspended IS 'Whether nobody signs in with it, until an operator lifts that. Follows from the events, in their transactions.';
