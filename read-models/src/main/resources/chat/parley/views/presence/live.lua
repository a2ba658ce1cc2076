-- The nodes with a lease.
return redis.call('ZRANGEBYSCORE', 'parley:nodes', '(' .. number(now - lease), '+inf')
