/** Whether every acknowledged message is stored once and was delivered once to each side, in order. */
@NullMarked
package chat.parley.load.verify;

import org.jspecify.annotations.NullMarked;
