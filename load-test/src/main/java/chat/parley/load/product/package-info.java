/** The product under load: found where it runs, or started for the run. */
package chat.parley.load.product;
