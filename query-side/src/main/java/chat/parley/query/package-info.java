/** The service that answers what people ask, from the views and from the log. */
package chat.parley.query;
