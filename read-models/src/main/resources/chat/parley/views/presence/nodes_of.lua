-- ARGV[3..]: users. For each live node that holds a socket of one: the user, the node.
local answer = {}
for i = 3, #ARGV do
  local told = {}
  for _, value in ipairs(redis.call('HVALS', sockets_key(ARGV[i]))) do
    local node = node_of(value)
    if not told[node] and live(node) then
      told[node] = true
      table.insert(answer, ARGV[i])
      table.insert(answer, node)
    end
  end
end
return answer
