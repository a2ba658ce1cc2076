/** How often people, programs and addresses may ask, and what those are told who ask more often. */
@org.jspecify.annotations.NullMarked
package chat.parley.throttling;
