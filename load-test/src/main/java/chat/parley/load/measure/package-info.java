/** What is measured: latency from the intended time, CPU by process, and what piles up. */
package chat.parley.load.measure;
