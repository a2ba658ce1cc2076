package chat.parley.events;

/**
 * What members of a group may do was changed.
 *
 * @param settings all of them from now on
 */
public record GroupSettingsChanged(ConversationId conversation, GroupSettings settings, UserId changedBy)
        implements AltersGroup {

    @Override
    public UserId actor() {
        return changedBy;
    }
}
