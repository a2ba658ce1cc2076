-- ARGV[3]: node, whose lease lapses now. It stays listed until its sockets are gone, so that a node that dies on its way
-- out is swept by another.
redis.call('ZADD', 'parley:nodes', number(now - lease), ARGV[3])
return 1
