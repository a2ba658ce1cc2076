package chat.parley.command.conversation.creategroup;

import chat.parley.contracts.Required;
import chat.parley.events.UserId;
import java.util.List;

/**
 * A group to be made.
 *
 * @param name 1 to 100 characters
 * @param members besides oneself
 */
record NewGroup(@Required String name, @Required List<UserId> members) {}
