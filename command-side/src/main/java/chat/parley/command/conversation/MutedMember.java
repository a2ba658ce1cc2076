package chat.parley.command.conversation;

import chat.parley.events.UserId;
import java.time.Instant;

/**
 * Somebody who may say nothing in a group.
 *
 * @param until when they may again
 */
record MutedMember(UserId member, Instant until) {}
