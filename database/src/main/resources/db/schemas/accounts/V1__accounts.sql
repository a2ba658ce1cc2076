-- Credentials, sessions and clients. Flyway runs this with "accounts" as the default schema.

CREATE TABLE credential (
    account       uuid        PRIMARY KEY,
    username      text        NOT NULL UNIQUE,
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE TABLE session (
    id           uuid        PRIMARY KEY,
    account      uuid        REFERENCES credential,
    device       text,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    refresh_hash bytea       NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CHECK (account IS NOT NULL OR ended_at IS NOT NULL)
);
COMMENT ON COLUMN session.account IS 'Null once its person was erased.';
COMMENT ON COLUMN session.refresh_hash IS 'SHA-256 of the one refresh token that is good now.';
CREATE INDEX session_account ON session (account);
CREATE INDEX session_open ON session (account, created_at DESC, id DESC) WHERE ended_at IS NULL;
CREATE INDEX session_unused ON session (last_used_at) WHERE ended_at IS NULL;
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE client (
    id          uuid        PRIMARY KEY,
    name        text        NOT NULL,
    scopes      text        NOT NULL,
    secret_hash bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz
);
COMMENT ON TABLE client IS 'Programs that ask in their own name; the operator''s secret is configured instead.';
COMMENT ON COLUMN client.secret_hash IS 'SHA-256 of the secret, which only the client has.';

CREATE TABLE command_key (
    owner      uuid        NOT NULL,
    key        text        NOT NULL,
    request    text        NOT NULL,
    answer     text,
    first_used timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, key)
);
COMMENT ON TABLE command_key IS 'Idempotency keys of a day, so that a repeated command is answered as the first time.';
COMMENT ON COLUMN command_key.owner IS 'The person or the client that asked.';
COMMENT ON COLUMN command_key.request IS 'SHA-256 of method, address and body, secrets left out.';
COMMENT ON COLUMN command_key.answer IS 'JSON without secrets; null while the command is under way, or was lost on it.';
CREATE INDEX command_key_first_used ON command_key (first_used);

CREATE TABLE deployment_key (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    digest   bytea NOT NULL
);
COMMENT ON TABLE deployment_key IS 'One row: a digest under the key that ids were made with, so that no other key is used.';

-- What is forgotten is overwritten, rarely and a row at a time: by the usual share of a table it would never be cleared away.
ALTER TABLE credential SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
ALTER TABLE session SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
