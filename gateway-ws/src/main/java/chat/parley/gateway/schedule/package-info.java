/** What happens again and again. */
package chat.parley.gateway.schedule;
