/** What follows an erasure: who has something to forget, and how far they have come. */
@NullMarked
package chat.parley.command.erasure;

import org.jspecify.annotations.NullMarked;
