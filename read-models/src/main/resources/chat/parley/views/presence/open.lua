-- Answers the users who came online.
return users_after(function(socket)
  if erased(socket) then
    return false
  end
  local before = online(socket.sockets)
  redis.call('HSET', socket.sockets, socket.id, held(socket))
  redis.call('SADD', listed, entry(socket))
  seen(socket)
  return not before and live(node)
end)
