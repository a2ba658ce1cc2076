-- ARGV[3..7]: node, user, socket, session, room. Nothing for a socket that is gone.
local node, user, socket, session, room = ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7]
if redis.call('HEXISTS', sockets_key(user), socket) == 1 then
  redis.call('HSET', sockets_key(user), socket, node .. ' ' .. session .. ' ' .. room)
end
return 1
