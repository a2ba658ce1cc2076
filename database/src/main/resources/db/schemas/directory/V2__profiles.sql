ALTER TABLE user_entry ADD COLUMN about text, ADD COLUMN joined timestamptz;
COMMENT ON COLUMN user_entry.joined IS 'When they registered; null in an entry that is older than this column.';
