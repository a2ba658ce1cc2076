/** What the gateway asks the query side: what a client lacks, who is in a conversation, who someone's peers are. */
@NullMarked
package chat.parley.gateway.feed;

import org.jspecify.annotations.NullMarked;
