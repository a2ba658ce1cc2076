-- Answers the users who went offline.
return users_after(function(socket)
  local before = online(socket.sockets)
  redis.call('HDEL', socket.sockets, socket.id)
  redis.call('SREM', listed, entry(socket))
  seen(socket)
  return before and not online(socket.sockets)
end)
