package chat.parley.events;

/** An event that changes what a group is like or what its members may do, and that is told between its messages. */
public sealed interface AltersGroup extends ConversationEvent, Notice
        permits RolesChanged,
                MuteChanged,
                GroupDetailsChanged,
                GroupPictureChanged,
                GroupSettingsChanged,
                GroupClosed,
                GroupDeleted,
                JoinLinkMade,
                JoinLinkRevoked {}
