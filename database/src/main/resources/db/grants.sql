-- What each service may do with each table, and nothing else: a new table needs a line here. Run by the owner at the end of every
-- migration; it only ever adds.

GRANT USAGE ON SCHEMA log TO parley_command, parley_query, parley_projections;
GRANT USAGE ON SCHEMA accounts TO parley_command, parley_query, parley_gateway;
GRANT USAGE ON SCHEMA relay, uploads TO parley_command;
GRANT USAGE ON SCHEMA directory_1 TO parley_query, parley_projections;

-- So that a service can tell whether the schema is what it needs.
GRANT SELECT ON log.flyway_schema_history TO parley_command, parley_query, parley_projections;
GRANT SELECT ON accounts.flyway_schema_history TO parley_command, parley_query, parley_gateway;
GRANT SELECT ON relay.flyway_schema_history, uploads.flyway_schema_history TO parley_command;
GRANT SELECT ON directory_1.flyway_schema_history TO parley_query, parley_projections;

-- Of an event nothing can be changed but its content, which a trigger lets be forgotten only.
GRANT SELECT ON log.event TO parley_command, parley_query, parley_projections;
GRANT INSERT, UPDATE (content) ON log.event TO parley_command;
GRANT SELECT ON log.head TO parley_command, parley_query, parley_projections;
GRANT UPDATE (position, recorded) ON log.head TO parley_command;

GRANT SELECT ON log.data_key TO parley_command, parley_query, parley_projections;
GRANT INSERT, UPDATE (master_key, wrapped, destroyed) ON log.data_key TO parley_command;

GRANT SELECT ON log.membership, log.account, log.username, log.username_of_erased TO parley_command, parley_query;
GRANT SELECT ON log.membership TO parley_projections;
GRANT INSERT, UPDATE (left_sequence) ON log.membership TO parley_command;
GRANT INSERT, UPDATE (account), DELETE ON log.username_of_erased TO parley_command;
GRANT SELECT ON log.block TO parley_command, parley_query;
GRANT INSERT, DELETE ON log.block TO parley_command;
GRANT SELECT ON log.friendship TO parley_command, parley_query;
GRANT INSERT, UPDATE (state, sequence), DELETE ON log.friendship TO parley_command;
GRANT SELECT ON log.pin TO parley_command, parley_query;
GRANT INSERT, DELETE ON log.pin TO parley_command;
GRANT SELECT, INSERT, UPDATE (used, revoked) ON log.join_link TO parley_command;
GRANT SELECT, INSERT, UPDATE (accepted, answered, moves, caller_device, callee_device, caller_seen, callee_seen), DELETE ON log.live_call TO parley_command;
GRANT SELECT, INSERT, UPDATE (device, seen), DELETE ON log.in_call TO parley_command;
GRANT SELECT, INSERT, UPDATE (empty_since), DELETE ON log.group_call TO parley_command;
GRANT SELECT ON log.admission TO parley_command, parley_query;
GRANT INSERT, UPDATE (sought_by, sequence), DELETE ON log.admission TO parley_command;
GRANT SELECT, INSERT, UPDATE (forgotten), DELETE ON log.deleted_group TO parley_command;
GRANT SELECT ON log.mute TO parley_command, parley_query;
GRANT INSERT, UPDATE (until), DELETE ON log.mute TO parley_command;
GRANT SELECT ON log.report TO parley_command, parley_query;
GRANT INSERT, UPDATE (sequence), DELETE ON log.report TO parley_command;
GRANT SELECT, INSERT, UPDATE (deleted), DELETE ON log.link_picture TO parley_command;
GRANT SELECT ON log.personal_stream TO parley_command, parley_query;
GRANT INSERT, DELETE ON log.personal_stream TO parley_command;
GRANT INSERT, UPDATE (held, erased, findable, writes, adds, shows_online, shows_last_seen, shows_receipts, shows_avatar, shows_about) ON log.account TO parley_command;
GRANT SELECT, INSERT, DELETE ON log.unwelcome TO parley_command;
GRANT SELECT, INSERT, UPDATE (answer), DELETE ON log.request_answer TO parley_command;
GRANT SELECT ON log.unwelcome, log.request_answer TO parley_query;
GRANT INSERT, DELETE ON log.username TO parley_command;

GRANT SELECT ON log.erasure, log.erasure_part TO parley_command, parley_query, parley_projections;
GRANT INSERT ON log.erasure, log.erasure_part TO parley_command;
GRANT UPDATE (forgotten) ON log.erasure_part TO parley_command, parley_projections;

GRANT SELECT, INSERT, UPDATE (sequence, revision, state) ON log.snapshot TO parley_command;

GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.credential, accounts.session TO parley_command;
GRANT SELECT, INSERT, UPDATE (revoked_at) ON accounts.client TO parley_command;
GRANT SELECT, INSERT ON accounts.deployment_key TO parley_command;
GRANT SELECT, INSERT, UPDATE (request, answer, first_used), DELETE ON accounts.command_key TO parley_command;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.timed_work TO parley_command;
GRANT SELECT (id, ended_at) ON accounts.session TO parley_query, parley_gateway;
GRANT SELECT (id, revoked_at) ON accounts.client TO parley_query, parley_gateway;

GRANT SELECT, INSERT, UPDATE, DELETE ON uploads.upload TO parley_command;
GRANT SELECT, INSERT, UPDATE (url, title, description, width, height), DELETE ON uploads.link_preview TO parley_command;

GRANT SELECT, UPDATE (position) ON relay.cursor TO parley_command;

GRANT SELECT ON directory_1.user_findable, directory_1.user_suspended, directory_1.user_status, directory_1.user_avatar, directory_1.user_entry, directory_1.user_term, directory_1.checkpoint TO parley_query, parley_projections;
GRANT INSERT, UPDATE, DELETE ON directory_1.user_findable, directory_1.user_suspended, directory_1.user_status, directory_1.user_avatar, directory_1.user_entry, directory_1.user_term, directory_1.checkpoint TO parley_projections;
