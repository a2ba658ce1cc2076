/** What people upload: announced, put into the object store by themselves, checked, used and deleted. */
package chat.parley.command.upload;
