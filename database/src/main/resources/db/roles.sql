-- The roles of a database of Parley's, none a superuser, without their passwords. Whoever administers the server runs this in the
-- database, before the first migration and with each update; once more does no harm.

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['parley_owner', 'parley_migration', 'parley_command', 'parley_query',
                                  'parley_projections', 'parley_gateway', 'parley_standalone'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I', wanted);
        END IF;
        EXECUTE format('ALTER ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', wanted);
        IF wanted <> 'parley_owner' THEN
            EXECUTE format('ALTER ROLE %I LOGIN', wanted);
            EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), wanted);
        END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('ALTER DATABASE %I OWNER TO parley_owner', current_database());
END $$;

-- The schemas belong to the owner, who never signs in. The migration becomes the owner, and is nobody until it does.
GRANT parley_owner TO parley_migration WITH INHERIT FALSE, SET TRUE;

-- All services in one process have one pool.
GRANT parley_command, parley_query, parley_projections, parley_gateway TO parley_standalone WITH INHERIT TRUE, SET FALSE;
