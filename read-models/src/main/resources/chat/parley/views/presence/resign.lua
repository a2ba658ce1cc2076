-- ARGV[2]: node, whose lease lapses now. It stays listed until its sockets are gone, so that a node that dies on its way
-- out is swept by another.
redis.call('ZADD', nodes, number(now - lease), ARGV[2])
return 1
