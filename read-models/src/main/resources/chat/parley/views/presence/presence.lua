-- KEYS[2..]: the sockets and the devices of each user. For each user: 'online', when last seen, or '' where that is not known.
local answer = {}
for i = 2, #KEYS, 2 do
  local sockets, devices = KEYS[i], KEYS[i + 1]
  if online(sockets) then
    table.insert(answer, 'online')
  else
    local last = 0
    for _, at in ipairs(redis.call('HVALS', devices)) do
      last = math.max(last, tonumber(at))
    end
    -- Sockets nobody has swept yet were there until their node was.
    for _, value in ipairs(redis.call('HVALS', sockets)) do
      last = math.max(last, renewed(node_of(value)) or 0)
    end
    table.insert(answer, last == 0 and '' or number(last))
  end
end
return answer
