-- Does nothing to a socket that is gone, and answers nobody.
return users_after(function(socket)
  if redis.call('HEXISTS', socket.sockets, socket.id) == 1 then
    redis.call('HSET', socket.sockets, socket.id, held(socket))
  end
  return false
end)
