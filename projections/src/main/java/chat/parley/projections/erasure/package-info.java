/** Erasing what views hold of a person: at once, and again when a queue has passed the event. */
package chat.parley.projections.erasure;
