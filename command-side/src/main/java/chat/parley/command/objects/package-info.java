/** The store of uploaded files, which speaks S3. */
package chat.parley.command.objects;
