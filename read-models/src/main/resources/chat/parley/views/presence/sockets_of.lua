-- KEYS[2]: the sockets of a user. For each on a live node: the socket, "<node> <session> <room or ->".
local answer = {}
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  if live(node_of(all[i + 1])) then
    table.insert(answer, all[i])
    table.insert(answer, all[i + 1])
  end
end
return answer
