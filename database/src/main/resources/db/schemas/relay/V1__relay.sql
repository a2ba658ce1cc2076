-- How far the relay has come. Flyway runs this with "relay" as the default schema.

CREATE TABLE cursor (
    name     text   PRIMARY KEY,
    position bigint NOT NULL
);
COMMENT ON TABLE cursor IS 'Every event up to the position has been confirmed by the broker.';
INSERT INTO cursor (name, position) VALUES ('events', 0);
