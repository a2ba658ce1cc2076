/** The key of this deployment, which makes ids that nobody else can compute. */
@NullMarked
package chat.parley.command.deployment;

import org.jspecify.annotations.NullMarked;
