-- A refresh whose answer was lost is asked for again, with the token that the lost answer replaced.

ALTER TABLE session ADD COLUMN replaced_hash bytea, ADD COLUMN replaced_at timestamptz;
COMMENT ON COLUMN session.replaced_hash IS 'SHA-256 of the refresh token that was good before the one that is good now, which nobody has used yet.';
COMMENT ON COLUMN session.replaced_at IS 'When it was replaced for the first time: for a minute it may be presented again.';
