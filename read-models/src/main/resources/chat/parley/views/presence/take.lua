-- ARGV[2]: node, which holds a lease from now on.
redis.call('ZADD', nodes, number(now), ARGV[2])
return 1
