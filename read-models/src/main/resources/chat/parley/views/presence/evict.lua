-- Takes sockets away from a node without a lease and answers the users who have none left. Each socket is taken once whoever
-- asks; a node that has its lease again keeps them.
if live(node) then
  return {}
end
return users_after(function(socket)
  if redis.call('SREM', listed, entry(socket)) == 0 then
    return false
  end
  redis.call('HDEL', socket.sockets, socket.id)
  seen(socket)
  return redis.call('HLEN', socket.sockets) == 0
end)
