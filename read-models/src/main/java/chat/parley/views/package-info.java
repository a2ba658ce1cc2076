/** The views everyone reads and only projections and the gateway write; their drivers are named nowhere else. */
package chat.parley.views;
