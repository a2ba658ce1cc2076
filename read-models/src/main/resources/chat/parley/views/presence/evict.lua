-- ARGV[3]: node without a lease, ARGV[4]: how many sockets at most, ARGV[5]: when they were last seen, 'now' or at
-- the node's last 'renewal'. Takes some of its sockets away and answers how many, then the users that have none left.
-- Each socket is taken once whoever asks; a node that has its lease again keeps the rest.
local node = ARGV[3]
local at = now
if live(node) then
  return { 0 }
end
if ARGV[5] == 'renewal' then
  at = renewed(node) or now
end
local taken = redis.call('SPOP', index_key(node), tonumber(ARGV[4]))
local answer = { #taken }
for _, entry in ipairs(taken) do
  local user, socket, session = string.match(entry, '^(%S+) (%S+) (%S+)$')
  redis.call('HDEL', sockets_key(user), socket)
  seen(user, session, at)
  if redis.call('HLEN', sockets_key(user)) == 0 then
    table.insert(answer, user)
  end
end
if redis.call('EXISTS', index_key(node)) == 0 then
  redis.call('ZREM', 'parley:nodes', node)
end
return answer
