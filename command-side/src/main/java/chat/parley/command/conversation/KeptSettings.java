package chat.parley.command.conversation;

import chat.parley.events.GroupHistory;
import chat.parley.events.GroupSettings;
import chat.parley.events.MemberRole;

/** {@link GroupSettings} in a snapshot, where nothing may be absent. */
record KeptSettings(
        MemberRole add, MemberRole write, MemberRole edit, GroupHistory history, boolean approval, MemberRole mention) {

    static KeptSettings of(GroupSettings settings) {
        return new KeptSettings(
                settings.add(),
                settings.write(),
                settings.edit(),
                settings.history(),
                settings.asksFirst(),
                settings.mentions());
    }

    GroupSettings settings() {
        return new GroupSettings(add, write, edit, history, approval ? true : null, mention);
    }
}
