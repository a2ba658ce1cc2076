/** The key of this deployment, from which ids are derived that outsiders cannot compute. */
package chat.parley.command.deployment;
