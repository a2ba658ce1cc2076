-- ARGV[3..7]: node, user, socket, session, room. 1 if the user came online.
local node, user, socket, session, room = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
if erased(user) then
  return 0
end
local before = online(user)
redis.call('HSET', sockets_key(user), socket, node .. ' ' .. session .. ' ' .. room)
redis.call('SADD', index_key(node), user .. ' ' .. socket .. ' ' .. session)
seen(user, session, now)
return not before and live(node) and 1 or 0
