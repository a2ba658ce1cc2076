CREATE INDEX session_old ON session (created_at) WHERE ended_at IS NULL;
