package chat.parley.command.erasure.objects;

import chat.parley.command.linkpreview.LinkPreviewDrafts;
import chat.parley.command.objects.ObjectKeys;
import chat.parley.command.objects.ObjectStore;
import chat.parley.command.upload.Uploads;
import chat.parley.events.UserId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a person has in the object store. */
@FunctionalInterface
interface PersonsObjects {

    /**
     * Deletes all of it; may be repeated.
     *
     * @return whether that was all: not while something can still be put there
     * @throws RuntimeException the store cannot be reached or refuses
     */
    boolean deleteAllOf(UserId account);

    /** Those in the store, with what is known of them. */
    @Configuration(proxyBeanMethods = false)
    class InStore {

        @Bean
        PersonsObjects personsObjects(ObjectStore objects, Uploads uploads, LinkPreviewDrafts previews) {
            return account -> {
                boolean last = !uploads.mayStillCome(account) && !previews.mayStillCome(account);
                objects.deleteAll(ObjectKeys.allOf(account.value()));
                if (last) {
                    uploads.forget(account);
                    previews.forget(account);
                }
                return last;
            };
        }
    }
}
