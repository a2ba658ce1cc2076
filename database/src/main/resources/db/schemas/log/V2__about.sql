-- What members say about messages, found by the event it is about. As the facets in the metadata say it, where nothing else is called so and
-- nobody's words are.
CREATE FUNCTION about(metadata bytea) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN position('"about":'::bytea IN metadata) > 0
                THEN substring(encode(metadata, 'escape') FROM '"about":([0-9]+)')::bigint END
$$;
COMMENT ON FUNCTION about IS 'The sequence of the event of the same stream that an event with this metadata is about; null for most.';

CREATE INDEX event_about ON event (stream, about(metadata), type, owner, sequence DESC) WHERE about(metadata) IS NOT NULL;
COMMENT ON INDEX event_about IS 'The newest of each type and owner about an event, however often they changed their mind.';
