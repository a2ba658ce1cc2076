-- KEYS[2]: the node's sockets, ARGV[2]: node. Whether it has no lease but sockets; with neither it is listed no more.
if live(ARGV[2]) then
  return 0
end
if redis.call('EXISTS', KEYS[2]) == 1 then
  return 1
end
redis.call('ZREM', nodes, ARGV[2])
return 0
