/** Which advisories are about what the product is made of. */
@org.jspecify.annotations.NullMarked
package chat.parley.audit;
