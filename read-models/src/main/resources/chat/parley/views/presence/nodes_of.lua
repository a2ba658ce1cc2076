-- KEYS[2..]: the sockets of each user. For each user the live nodes that hold one.
local answer = {}
for i = 2, #KEYS do
  local holders = {}
  local told = {}
  for _, value in ipairs(redis.call('HVALS', KEYS[i])) do
    local node = node_of(value)
    if not told[node] and live(node) then
      told[node] = true
      table.insert(holders, node)
    end
  end
  table.insert(answer, holders)
end
return answer
