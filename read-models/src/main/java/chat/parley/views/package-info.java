/** The views. Only projections and the gateway write them; their drivers are named nowhere else. */
package chat.parley.views;
