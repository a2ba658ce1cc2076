/** The key of this deployment, which makes ids that nobody else can compute. */
package chat.parley.command.deployment;
