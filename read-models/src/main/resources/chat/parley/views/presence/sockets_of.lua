-- ARGV[3]: user. For each socket on a live node: the socket, "<node> <session> <room or ->".
local answer = {}
local all = redis.call('HGETALL', sockets_key(ARGV[3]))
for i = 1, #all, 2 do
  if live(node_of(all[i + 1])) then
    table.insert(answer, all[i])
    table.insert(answer, all[i + 1])
  end
end
return answer
