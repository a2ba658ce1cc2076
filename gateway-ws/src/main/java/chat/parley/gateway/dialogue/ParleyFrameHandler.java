package chat.parley.gateway.dialogue;

import chat.parley.access.EndedSessions;
import chat.parley.contracts.Commands;
import chat.parley.contracts.CursorMoves;
import chat.parley.contracts.NewMessage;
import chat.parley.gateway.calls.CallSignals;
import chat.parley.gateway.frames.ClientFrame;
import chat.parley.gateway.frames.ServerFrame;
import chat.parley.gateway.membership.MembershipCache;
import chat.parley.gateway.outbound.CloseCode;
import chat.parley.gateway.presence.LocalPresenceRegistrar;
import chat.parley.gateway.presence.PresenceBroadcaster;
import chat.parley.gateway.resume.ClientResume;
import chat.parley.gateway.sfu.GroupMedia;
import chat.parley.gateway.socket.ClientSocket;
import chat.parley.gateway.socket.FrameHandler;
import chat.parley.gateway.socket.SocketSettings;
import chat.parley.gateway.typing.TypingBroadcaster;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttle;
import org.springframework.stereotype.Component;

/** Handles the frames of {@code parley.v1}. */
@Component
class ParleyFrameHandler implements FrameHandler {

    private static final int MAX_TEXT_LENGTH = 2_000;

    private final SocketSettings settings;
    private final EndedSessions ended;
    private final LocalPresenceRegistrar attendance;
    private final ClientResume resume;
    private final PresenceBroadcaster presence;
    private final Commands commands;
    private final MembershipCache members;
    private final TypingBroadcaster typing;
    private final CallSignals calls;
    private final GroupMedia groups;
    private final Throttle throttle;

    ParleyFrameHandler(
            SocketSettings settings,
            EndedSessions ended,
            LocalPresenceRegistrar attendance,
            ClientResume resume,
            PresenceBroadcaster presence,
            Commands commands,
            MembershipCache members,
            TypingBroadcaster typing,
            CallSignals calls,
            GroupMedia groups,
            Throttle throttle) {
        this.settings = settings;
        this.ended = ended;
        this.attendance = attendance;
        this.resume = resume;
        this.presence = presence;
        this.commands = commands;
        this.members = members;
        this.typing = typing;
        this.calls = calls;
        this.groups = groups;
        this.throttle = throttle;
    }

    @Override
    public void opened(ClientSocket socket) {
        attendance.opened(socket);
        // The session may have ended after the handshake, before its end would have closed this socket.
        closeIfEnded(socket);
        socket.tell(new ServerFrame.Hello(
                socket.caller().session(),
                socket.caller().user(),
                settings.heartbeat().toMillis(),
                MAX_TEXT_LENGTH,
                new ServerFrame.FrameLimits(
                        NewMessage.MOST_MENTIONS,
                        CursorMoves.MOST,
                        ServerFrame.FrameRate.each(throttle.rates(Limit.MESSAGES_ACCOUNT)),
                        ServerFrame.FrameRate.each(throttle.rates(Limit.MARKS_ACCOUNT)))));
    }

    @Override
    public void onFrame(ClientSocket socket, ClientFrame frame) throws InterruptedException {
        if (closeIfEnded(socket)) {
            return;
        }
        switch (frame) {
            case ClientFrame.Resume wanted -> {
                count(Limit.RESUME_ACCOUNT, socket);
                resume.answer(socket, wanted, presence::tellInView);
            }
            case ClientFrame.Send send -> send(socket, send);
            case ClientFrame.Received mark -> move(socket, mark, CursorMoves.received(mark.upTo()));
            case ClientFrame.Read mark -> move(socket, mark, CursorMoves.read(mark.upTo()));
            case ClientFrame.Focus focus -> focus(socket, focus);
            case ClientFrame.Watch watch -> presence.watch(socket, watch);
            case ClientFrame.Typing typed -> typing.said(socket, typed);
            case ClientFrame.CallSignal signal -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                calls.said(socket, signal);
            }
            case ClientFrame.SfuJoin join -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                groups.join(socket, join);
            }
            case ClientFrame.SfuPublish publish -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                groups.publish(socket, publish);
            }
            case ClientFrame.SfuWant want -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                groups.want(socket, want);
            }
            case ClientFrame.SfuAnswer answer -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                groups.answer(socket, answer);
            }
            case ClientFrame.SfuState state -> {
                count(Limit.CALL_SIGNALS_ACCOUNT, socket);
                groups.state(socket, state);
            }
            case ClientFrame.Ping ping -> socket.subscription().pong(ping.id());
        }
    }

    @Override
    public void closed(ClientSocket socket) {
        attendance.closed(socket);
    }

    private boolean closeIfEnded(ClientSocket socket) {
        boolean over = ended.isEnded(socket.caller().session());
        if (over) {
            socket.close(CloseCode.SESSION_ENDED);
        }
        return over;
    }

    /** On this node only: a person's sockets on another are counted there. */
    private void count(Limit limit, ClientSocket socket) {
        throttle.take(limit, socket.caller().user()).orRefuse();
    }

    private void send(ClientSocket socket, ClientFrame.Send frame) {
        count(Limit.MESSAGES_ACCOUNT, socket);
        NewMessage message = new NewMessage(
                frame.message(),
                frame.text(),
                frame.mentions(),
                frame.replyTo(),
                frame.thread(),
                frame.alsoInConversation(),
                frame.forwarded(),
                frame.link(),
                frame.attachments());
        socket.tell(
                new ServerFrame.MessageAck(frame.id(), commands.send(socket.caller(), frame.conversation(), message)));
    }

    private void move(ClientSocket socket, ClientFrame frame, CursorMoves moves) {
        count(Limit.MARKS_ACCOUNT, socket);
        socket.tell(new ServerFrame.CursorsAck(frame.id(), commands.moveCursors(socket.caller(), moves)));
    }

    private void focus(ClientSocket socket, ClientFrame.Focus focus) {
        if (focus.conversation() != null) {
            members.ofOwn(socket.caller(), focus.conversation());
        }
        socket.focus(focus.conversation());
        attendance.moved(socket);
    }
}
