-- The nodes whose lease lapsed and that were not swept to the end.
return redis.call('ZRANGEBYSCORE', nodes, '-inf', number(now - lease))
