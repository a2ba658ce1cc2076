-- Put before what happens to sockets of one node, after the prelude.
--
-- KEYS[2]: the node's sockets, set of "<user> <socket> <session>"; then for each socket three of its user:
--   the sockets, hash: socket -> "<node> <session> <room or ->"
--   the devices, hash: session -> when it was last connected
--   the mark that is there for a day after the user was erased
-- ARGV[2]: how long last seen is kept in ms, ARGV[3]: the node, ARGV[4]: when the sockets were last there, 'now' or at the node's last
-- 'renewal'; then for each socket its user, its id, its session and its room.
local listed = KEYS[2]
local keep = tonumber(ARGV[2])
local node = ARGV[3]
local last = ARGV[4] == 'renewal' and renewed(node) or now

local function entry(socket)
  return socket.user .. ' ' .. socket.id .. ' ' .. socket.session
end

local function held(socket)
  return node .. ' ' .. socket.session .. ' ' .. socket.room
end

local function erased(socket)
  return redis.call('EXISTS', socket.mark) == 1
end

-- Notes when a device was connected and drops those not seen for too long.
local function seen(socket)
  if erased(socket) then
    return
  end
  local devices = redis.call('HGETALL', socket.devices)
  local before = 0
  for i = 1, #devices, 2 do
    local at = tonumber(devices[i + 1])
    if devices[i] == socket.session then
      before = at
    elseif at < now - keep then
      redis.call('HDEL', socket.devices, devices[i])
    end
  end
  if last > before then
    redis.call('HSET', socket.devices, socket.session, number(last))
  end
  redis.call('PEXPIRE', socket.devices, keep)
end

-- Does the change to each socket and answers the users for whom it says so.
local function users_after(change)
  local users = {}
  for i = 1, (#KEYS - 2) / 3 do
    local socket = {
      sockets = KEYS[3 * i],
      devices = KEYS[3 * i + 1],
      mark = KEYS[3 * i + 2],
      user = ARGV[4 * i + 1],
      id = ARGV[4 * i + 2],
      session = ARGV[4 * i + 3],
      room = ARGV[4 * i + 4],
    }
    if change(socket) then
      table.insert(users, socket.user)
    end
  end
  return users
end
