-- What is done at a time, by one of all processes: the table of db-scheduler.
CREATE TABLE timed_work (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX timed_work_execution_time ON timed_work (execution_time);
CREATE INDEX timed_work_last_heartbeat ON timed_work (last_heartbeat);
