package chat.parley.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone was invited into a group, or asked to join it.
 *
 * @param by the person themselves if they asked, otherwise who invited them
 * @param content null once erased
 */
public record AdmissionSought(
        ConversationId conversation,
        UserId person,
        UserId by,
        List<UserId> told,
        @Nullable AdmissionRequest content) implements AdmissionEvent, CarriesContent {

    public AdmissionSought {
        told = List.copyOf(told);
    }

    @Override
    public Owner owner() {
        return new Owner.Person(by);
    }
}
