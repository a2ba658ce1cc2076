-- Put before each of the other scripts. ARGV[1]: length of a lease, ARGV[2]: how long last seen is kept, both in ms.
--
-- parley:nodes                 sorted set: node -> when its lease was last renewed
-- parley:node:<node>:sockets   set of "<user> <socket> <session>"
-- parley:user:<user>:sockets   hash: socket -> "<node> <session> <room or ->"
-- parley:user:<user>:seen      hash: session -> when it was last connected
-- parley:user:<user>:erased    there for a day after the user was erased
--
-- Times are Redis' own, so that no two nodes disagree about them.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local lease = tonumber(ARGV[1])
local keep = tonumber(ARGV[2])

local function number(value)
  return string.format('%d', value)
end

local function sockets_key(user)
  return 'parley:user:' .. user .. ':sockets'
end

local function seen_key(user)
  return 'parley:user:' .. user .. ':seen'
end

local function erased_key(user)
  return 'parley:user:' .. user .. ':erased'
end

local function erased(user)
  return redis.call('EXISTS', erased_key(user)) == 1
end

local function index_key(node)
  return 'parley:node:' .. node .. ':sockets'
end

-- When the node last renewed its lease, or nil.
local function renewed(node)
  local at = redis.call('ZSCORE', 'parley:nodes', node)
  return at and tonumber(at) or nil
end

local function live(node)
  local at = renewed(node)
  return at ~= nil and at + lease > now
end

local function node_of(value)
  return string.match(value, '^%S+')
end

local function online(user)
  for _, value in ipairs(redis.call('HVALS', sockets_key(user))) do
    if live(node_of(value)) then
      return true
    end
  end
  return false
end

-- Notes when a device was connected and drops those not seen for too long.
local function seen(user, session, at)
  if erased(user) then
    return
  end
  local key = seen_key(user)
  local devices = redis.call('HGETALL', key)
  local before = 0
  for i = 1, #devices, 2 do
    local last = tonumber(devices[i + 1])
    if devices[i] == session then
      before = last
    elseif last < now - keep then
      redis.call('HDEL', key, devices[i])
    end
  end
  if at > before then
    redis.call('HSET', key, session, number(at))
  end
  redis.call('PEXPIRE', key, keep)
end
