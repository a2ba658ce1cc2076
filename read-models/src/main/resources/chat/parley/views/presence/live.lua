-- The nodes with a lease.
return redis.call('ZRANGEBYSCORE', nodes, '(' .. number(now - lease), '+inf')
