-- Put before each of the other scripts. KEYS[1]: sorted set, node -> when its lease was last renewed. ARGV[1]: length of a lease in ms.
--
-- Every key a script touches is among its KEYS. Times are Redis' own, so that no two nodes disagree about them.
local nodes = KEYS[1]
local lease = tonumber(ARGV[1])
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function number(value)
  return string.format('%d', value)
end

-- When the node last renewed its lease, or nil.
local function renewed(node)
  local at = redis.call('ZSCORE', nodes, node)
  return at and tonumber(at) or nil
end

local function live(node)
  local at = renewed(node)
  return at ~= nil and at + lease > now
end

local function node_of(value)
  return string.match(value, '^%S+')
end

-- Whether one of a user's sockets is on a live node.
local function online(sockets)
  for _, value in ipairs(redis.call('HVALS', sockets)) do
    if live(node_of(value)) then
      return true
    end
  end
  return false
end
