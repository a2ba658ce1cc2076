-- ARGV[3]: node. 1 if it still held its lease, which is renewed; 0 if it did not, and then it gets none.
if live(ARGV[3]) then
  redis.call('ZADD', 'parley:nodes', number(now), ARGV[3])
  return 1
end
return 0
