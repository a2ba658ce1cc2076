/** How units of work get into the log: gathered into common commits, or in a transaction of their own. */
package chat.parley.log.append;
