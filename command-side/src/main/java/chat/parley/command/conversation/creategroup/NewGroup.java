package chat.parley.command.conversation.creategroup;

import chat.parley.contracts.Required;
import chat.parley.events.UserId;
import java.util.List;

/**
 * A request to create a group.
 *
 * @param name 1 to 100 characters
 * @param members besides the caller
 */
record NewGroup(@Required String name, @Required List<UserId> members) {}
