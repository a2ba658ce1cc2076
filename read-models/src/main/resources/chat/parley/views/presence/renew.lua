-- ARGV[2]: node. 1 if it still held its lease, which is renewed; 0 if it did not, and then it gets none.
if live(ARGV[2]) then
  redis.call('ZADD', nodes, number(now), ARGV[2])
  return 1
end
return 0
