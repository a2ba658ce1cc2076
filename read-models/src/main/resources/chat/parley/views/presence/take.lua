-- ARGV[3]: node, which holds a lease from now on.
redis.call('ZADD', 'parley:nodes', number(now), ARGV[3])
return 1
