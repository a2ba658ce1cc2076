-- ARGV[3..6]: node, user, socket, session. 1 if the user went offline.
local node, user, socket, session = ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local before = online(user)
redis.call('HDEL', sockets_key(user), socket)
redis.call('SREM', index_key(node), user .. ' ' .. socket .. ' ' .. session)
seen(user, session, now)
return before and not online(user) and 1 or 0
