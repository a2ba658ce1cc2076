package chat.parley.command.erasure.objects;

import chat.parley.events.UserId;

/** The store of uploaded files. An object's key begins with the id of its account and a slash. */
interface ObjectStore {

    /**
     * Deletes all objects of one person, in all versions, and unfinished uploads. Returns once nothing is left; may be
     * repeated.
     *
     * @throws RuntimeException the store cannot be reached or refuses
     */
    void deleteAllOf(UserId account);
}
