-- ARGV[3]: user, ARGV[4]: for how long nothing about this user is taken in any more, in ms. Sockets that are still open somewhere will
-- be closed, which must not leave a trace.
local user = ARGV[3]
redis.call('SET', erased_key(user), '', 'PX', ARGV[4])
local all = redis.call('HGETALL', sockets_key(user))
for i = 1, #all, 2 do
  local node, session = string.match(all[i + 1], '^(%S+) (%S+)')
  redis.call('SREM', index_key(node), user .. ' ' .. all[i] .. ' ' .. session)
end
redis.call('DEL', sockets_key(user), seen_key(user))
return 1
