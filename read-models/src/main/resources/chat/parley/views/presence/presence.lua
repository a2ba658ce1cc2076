-- ARGV[3..]: users. For each: 'online', when last seen, or '' where that is not known.
local answer = {}
for i = 3, #ARGV do
  local user = ARGV[i]
  if online(user) then
    table.insert(answer, 'online')
  else
    local last = 0
    for _, at in ipairs(redis.call('HVALS', seen_key(user))) do
      last = math.max(last, tonumber(at))
    end
    -- Sockets nobody has swept yet were there until their node was.
    for _, value in ipairs(redis.call('HVALS', sockets_key(user))) do
      last = math.max(last, renewed(node_of(value)) or 0)
    end
    table.insert(answer, last == 0 and '' or number(last))
  end
end
return answer
