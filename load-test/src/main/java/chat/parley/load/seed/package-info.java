/** People and conversations in large numbers, written to the product's stores by SQL. */
package chat.parley.load.seed;
