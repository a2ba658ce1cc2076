/** Looks at pages that people link to, without letting them reach what only this deployment may reach. */
package chat.parley.command.linkpreview;
