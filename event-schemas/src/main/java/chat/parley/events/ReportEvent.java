package chat.parley.events;

import java.util.List;
import java.util.stream.Stream;

/** An event about something that a member of a group reports to those who lead it. They are told, and who reported it; nobody else. */
public sealed interface ReportEvent extends ParleyEvent, Personal, Skippable permits ReportFiled, ReportSettled {

    ConversationId conversation();

    ReportId report();

    /** Who reported it. */
    UserId reporter();

    /** Who else is told. */
    List<UserId> told();

    @Override
    default StreamId stream() {
        return StreamId.report(conversation(), report());
    }

    @Override
    default List<UserId> people() {
        return Stream.concat(Stream.of(reporter()), told().stream()).distinct().toList();
    }
}
