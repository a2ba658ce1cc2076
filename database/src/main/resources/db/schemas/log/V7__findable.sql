ALTER TABLE account ADD COLUMN findable text NOT NULL DEFAULT 'by_name';
COMMENT ON COLUMN account.findable IS 'By what strangers find this person: by_name, by_username or by_nothing.';
