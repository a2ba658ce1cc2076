package chat.parley.command.account.erase;

import chat.parley.log.erasure.ErasureId;

/**
 * A person is erased, and every store is about to forget them; the same answer each time it is asked for.
 *
 * @param erasure tells whoever knows it how far the forgetting has come
 * @param position of the event in the log
 */
public record Erased(ErasureId erasure, long position) {}
