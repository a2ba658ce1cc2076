/** States of long streams, kept so that a reader need not begin at the first event. Never the truth: the log is behind them. */
package chat.parley.log.snapshot;
