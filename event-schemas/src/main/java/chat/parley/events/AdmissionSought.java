package chat.parley.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone was invited into a group, or asked to join it.
 *
 * @param by the person themselves if they asked, otherwise who invited them
 * @param unheard true if the person blocks who invited them, and is not told; absent otherwise, and in what clients are sent
 * @param content null once erased
 */
public record AdmissionSought(
        ConversationId conversation,
        UserId person,
        UserId by,
        List<UserId> told,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean unheard,

        @Nullable AdmissionRequest content)
        implements AdmissionEvent, CarriesContent {

    public AdmissionSought {
        told = List.copyOf(told);
    }

    /** Of which the person is told. */
    public AdmissionSought(
            ConversationId conversation,
            UserId person,
            UserId by,
            List<UserId> told,
            @Nullable AdmissionRequest content) {
        this(conversation, person, by, told, null, content);
    }

    @Override
    public AdmissionSought asSent() {
        return new AdmissionSought(conversation, person, by, told, content);
    }

    @Override
    public Owner owner() {
        return new Owner.Person(by);
    }
}
