package chat.parley.command.erasure.objects;

import chat.parley.events.UserId;

/** What people uploaded. The key of an object begins with the id of the account it belongs to and a slash. */
interface Objects {

    /**
     * Deletes everything of one person: every object in all its versions, and uploads that were not finished. Returns once
     * nothing is left; repeating it is harmless.
     *
     * @throws RuntimeException where the store cannot be reached or refuses
     */
    void deleteAllOf(UserId account);
}
