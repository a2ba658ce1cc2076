package chat.parley.acceptance;

import chat.parley.acceptance.Matrix.Who;
import chat.parley.testing.JsonHttp;
import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** People, a group and programs of one row, and how each of them asks for what the row is about. */
final class MatrixScene {

    private static final String EMOJI = "%F0%9F%91%8D";

    private final Http http = World.shared();
    private final Person author = Person.register(http, "author");
    private final Person member = Person.register(http, "member");
    private final Person formerMember = Person.register(http, "former");
    private final Person stranger = Person.register(http, "stranger");
    private final Person someoneElse = Person.register(http, "else");
    private final Person another = Person.register(http, "another");
    private final Person ended = author.signInAgain();
    private final Person otherDevice = author.signInAgain();
    private final String group = author.groupWith("matrix", member, formerMember, another);
    private final Program operator = Program.operator(http);
    private final Program analyst = Program.make(http, "analyst");
    private final Program unneeded = Program.make(http, "content");
    private final String message = UuidCreator.getTimeOrderedEpoch().toString();
    private final String upload = UUID.randomUUID().toString();
    private final JsonNode sent;
    private final SentFile file;
    private final JsonNode joinLink;
    /** Where the author and the member talk alone. */
    private final String direct = "/api/conversations/" + author.conversationWith(member);

    private final List<String> started = new ArrayList<>();
    private @Nullable String call;

    MatrixScene() {
        author.remove(group, formerMember);
        http.post(
                        author.token(),
                        "/api/uploads",
                        Map.of("upload", upload, "purpose", "avatar", "type", "image/png", "size", 10))
                .expect(200);
        joinLink = http.post(author.token(), conversation() + "/links", Map.of("uses", 5))
                .expect(201)
                .body();
        sent = http.post(author.token(), conversation() + "/messages", Map.of("message", message, "text", "hello"))
                .expect(200)
                .body();
        file = SentFile.send(http, author, group, 4, "notes.txt", "notes".getBytes(StandardCharsets.UTF_8));
        http.exchange(
                author.token(),
                "GET",
                conversation(),
                null,
                "Parley-After",
                sent.get("position").asString());
    }

    private static final class Erasure {
        /** One that anybody may look at who has its id. */
        static final String ID = erase();

        private static String erase() {
            Person gone = Person.register(World.shared(), "gone");
            return World.shared()
                    .exchange(gone.token(), "DELETE", "/api/me", "{\"password\":\"" + Person.PASSWORD + "\"}")
                    .expect(202)
                    .body()
                    .get("erasure")
                    .asString();
        }
    }

    void endSession() {
        http.delete(ended.token(), "/api/sessions/current").expect(204);
    }

    private String conversation() {
        return "/api/conversations/" + group;
    }

    private String messagePath() {
        return conversation() + "/messages/" + message;
    }

    private String file() {
        return """
                "conversation":"%s","sequence":%d,"attachment":"%s\"""".formatted(group, file.sequence(), file.upload());
    }

    private String sequence() {
        return "?sequence=" + sent.get("sequence").asLong();
    }

    /** Makes what an operation is about, before it is looked at what asking for it changes. */
    void prepare(String operation) {
        if (operation.endsWith("Call") && !operation.equals("startCall")) {
            ringing();
        }
    }

    /** Ends what would end by itself while somebody looks at something else. */
    void end() {
        for (String each : started) {
            http.post(author.token(), direct + "/calls/" + each + "/end", Map.of("failed", false));
        }
    }

    /** By which the author calls the member. */
    private String ringing() {
        if (call == null) {
            call = newCall();
            http.post(author.token(), direct + "/calls", Map.of("message", call, "video", false))
                    .expect(200);
        }
        return direct + "/calls/" + call;
    }

    private String newCall() {
        String id = UuidCreator.getTimeOrderedEpoch().toString();
        started.add(id);
        return id;
    }

    private @Nullable Person person(Who who) {
        return switch (who) {
            case STRANGER -> stranger;
            case FORMER_MEMBER -> formerMember;
            case MEMBER -> member;
            case AUTHOR -> author;
            case ENDED -> ended;
            case ANONYMOUS, WRONG_SCOPE, PROGRAM -> null;
        };
    }

    /** The token that someone asks with; of programs the one whose scope is wrong, or right, for the operation. */
    private @Nullable String token(Who who, String operation) {
        boolean replay = operation.equals("replay");
        Person person = person(who);
        return switch (who) {
            case WRONG_SCOPE -> (replay ? operator : analyst).token();
            case PROGRAM -> (replay ? analyst : operator).token();
            default -> person == null ? null : person.token();
        };
    }

    /** What someone is answered who asks for an operation. */
    String ask(String operation, Who who) {
        String account = "/api/accounts/" + someoneElse.user();
        return switch (operation) {
            case "register" -> asked(who, operation, "POST", "/api/accounts", registration());
            case "signIn" ->
                asked(who, operation, "POST", "/api/sessions", """
                    {"username":"%s","password":"%s"}\
                    """.formatted(someoneElse.username(), Person.PASSWORD));
            case "refresh" -> asked(who, operation, "POST", "/api/sessions/refresh", refreshToken(who));
            case "erasureStatus" -> asked(who, operation, "GET", "/api/erasures/" + Erasure.ID, null);
            case "clientToken" -> clientToken(who);
            case "openSocket" -> handshake(who);
            case "createSocketTicket" -> asked(who, operation, "POST", "/api/socket-tickets", "{}");
            case "getOneself" -> asked(who, operation, "GET", "/api/me", null);
            case "changeProfile" -> asked(who, operation, "PUT", "/api/me/profile", """
                {"username":"%s","displayName":"x"}\
                """.formatted(username(who)));
            case "changeContact" -> asked(who, operation, "PUT", "/api/me/contact", "{\"email\":\"x@example.org\"}");
            case "changePrivacy" -> asked(who, operation, "PUT", "/api/me/privacy", "{\"findable\":\"by_name\"}");
            case "changeStatus" -> asked(who, operation, "PUT", "/api/me/status", "{\"line\":\"x\"}");
            case "changeAvatar" -> asked(who, operation, "PUT", "/api/me/avatar", "{\"upload\":null}");
            case "getAvatar" -> asked(who, operation, "GET", "/api/users/" + author.username() + "/avatar", null);
            case "announceUpload" -> asked(who, operation, "POST", "/api/uploads", """
                {"upload":"%s","purpose":"avatar","type":"image/png","size":10}\
                """.formatted(UUID.randomUUID()));
            case "getUpload" -> asked(who, operation, "GET", "/api/uploads/" + upload, null);
            case "completeUpload" -> asked(who, operation, "POST", "/api/uploads/" + upload + "/complete", "{}");
            case "fetchAttachments" -> asked(who, operation, "POST", "/api/attachments/urls", """
                        {"files":[{%s,"variant":"original"}]}""".formatted(file()));
            case "copyAttachment" ->
                asked(who, operation, "POST", "/api/attachments/copies", """
                        {"upload":"%s",%s}""".formatted(UUID.randomUUID(), file()));
            case "discardUpload" -> asked(who, operation, "DELETE", "/api/uploads/" + upload, null);
            case "previewLink" ->
                asked(who, operation, "POST", "/api/link-previews", "{\"url\":\"http://localhost/\"}");
            case "changePassword" -> asked(who, operation, "PUT", "/api/me/password", """
                {"oldPassword":"%1$s","newPassword":"%1$s"}\
                """.formatted(Person.PASSWORD));
            case "blockPerson" -> asked(who, operation, "PUT", "/api/me/blocks/" + someoneElse.user(), null);
            case "unblockPerson" -> asked(who, operation, "DELETE", "/api/me/blocks/" + someoneElse.user(), null);
            case "listBlocked" -> asked(who, operation, "GET", "/api/me/blocks", null);
            case "endOtherSessions" -> asked(who, operation, "DELETE", "/api/sessions/others", null);
            case "requestFriend" -> asked(who, operation, "PUT", "/api/me/friend-requests/" + someoneElse.user(), "{}");
            case "withdrawFriendRequest" -> {
                asked(who, operation, "PUT", "/api/me/friend-requests/" + someoneElse.user(), "{}");
                yield asked(who, operation, "DELETE", "/api/me/friend-requests/" + someoneElse.user(), null);
            }
            case "acceptFriend" -> asked(who, operation, "PUT", "/api/me/friends/" + someoneElse.user(), null);
            case "rejectFriend" ->
                asked(who, operation, "DELETE", "/api/me/friends/" + someoneElse.user() + "/request", null);
            case "removeFriend" -> asked(who, operation, "DELETE", "/api/me/friends/" + someoneElse.user(), null);
            case "listFriends" -> asked(who, operation, "GET", "/api/me/friends", null);
            case "listSessions" -> asked(who, operation, "GET", "/api/sessions", null);
            case "searchPeople" -> asked(who, operation, "GET", "/api/users?query=author", null);
            case "getPerson" -> asked(who, operation, "GET", "/api/users/" + author.username(), null);
            case "listConversations" -> asked(who, operation, "GET", "/api/conversations", null);
            case "startDirect" ->
                asked(who, operation, "POST", "/api/conversations/direct", """
                    {"username":"%s"}\
                    """.formatted(someoneElse.username()));
            case "createGroup" ->
                asked(who, operation, "POST", "/api/conversations/groups", "{\"name\":\"another\",\"members\":[]}");
            case "getConversation" -> asked(who, operation, "GET", conversation(), null);
            case "pinMessage" -> asked(who, operation, "PUT", messagePath() + "/pin" + sequence(), null);
            case "unpinMessage" -> asked(who, operation, "DELETE", messagePath() + "/pin" + sequence(), null);
            case "answerMessageRequest" -> asked(who, operation, "PUT", conversation() + "/request", """
                {"answer":"accepted"}\
                """);
            case "reportMessageRequest" -> asked(who, operation, "POST", conversation() + "/request/report", "{}");
            case "arrangeConversation" ->
                asked(who, operation, "PATCH", conversation() + "/arrangement", "{\"pinned\":true}");
            case "hideMessages" -> asked(who, operation, "PATCH", conversation() + "/hidden", "{\"hide\":[1]}");
            case "markThread" ->
                asked(who, operation, "PATCH", conversation() + "/threads/" + sent.get("sequence"), """
                        {"following":true}""");
            case "listReplies" ->
                asked(who, operation, "GET", conversation() + "/threads/" + sent.get("sequence"), null);
            case "listThreads" -> asked(who, operation, "GET", "/api/threads", null);
            case "listEvents" -> asked(who, operation, "GET", conversation() + "/events?from=0&to=9", null);
            case "listMedia" -> asked(who, operation, "GET", conversation() + "/media?kind=links", null);
            case "listMessages" -> asked(who, operation, "GET", conversation() + "/messages", null);
            case "getReceipts" -> asked(who, operation, "GET", conversation() + "/messages/1/receipts", null);
            case "sendMessage" ->
                asked(who, operation, "POST", conversation() + "/messages", """
                    {"message":"%s","text":"hello"}\
                    """.formatted(
                                UuidCreator.getTimeOrderedEpoch()));
            case "startCall" -> asked(who, operation, "POST", direct + "/calls", """
                {"message":"%s","video":false}\
                """.formatted(newCall()));
            case "answerCall" -> asked(who, operation, "PUT", ringing() + "/answer", null);
            case "endCall" -> asked(who, operation, "POST", ringing() + "/end", "{\"failed\":false}");
            case "keepCall" -> asked(who, operation, "PUT", ringing() + "/lease", null);
            case "moveCall" -> asked(who, operation, "PUT", ringing() + "/device", "{\"moves\":0}");
            case "ownCall" -> asked(who, operation, "GET", "/api/calls/own", null);
            case "readCall" -> asked(who, operation, "GET", ringing(), null);
            case "moveCursors" -> asked(who, operation, "PUT", "/api/cursors", "{\"read\":{\"" + group + "\":1}}");
            case "addReaction" ->
                asked(who, operation, "PUT", messagePath() + "/reactions/" + EMOJI + sequence(), null);
            case "removeReaction" ->
                asked(who, operation, "DELETE", messagePath() + "/reactions/" + EMOJI + sequence(), null);
            case "editMessage" ->
                asked(who, operation, "PUT", messagePath() + "/text" + sequence(), """
                    {"text":"hello!","replaces":%s}\
                    """.formatted(sent.get("sequence")));
            case "getLinkPicture" -> asked(who, operation, "GET", messagePath() + "/link-picture" + sequence(), null);
            case "listVersions" -> asked(who, operation, "GET", messagePath() + "/versions" + sequence(), null);
            case "deleteMessage" -> asked(who, operation, "DELETE", messagePath() + sequence(), null);
            case "addMembers" ->
                asked(who, operation, "POST", conversation() + "/members", """
                    {"users":["%s"]}\
                    """.formatted(someoneElse.user()));
            case "reportMessage" -> asked(who, operation, "POST", messagePath() + "/reports" + sequence(), "{}");
            case "reportMember" ->
                asked(who, operation, "POST", conversation() + "/members/" + another.user() + "/reports", "{}");
            case "listReports" -> asked(who, operation, "GET", conversation() + "/reports", null);
            case "settleReport" -> asked(who, operation, "DELETE", conversation() + "/reports/" + another.user(), null);
            case "listOwnAdmissions" -> asked(who, operation, "GET", "/api/me/admissions", null);
            case "acceptInvitation" -> asked(who, operation, "PUT", "/api/me/admissions/" + group, null);
            case "declineAdmission" -> asked(who, operation, "DELETE", "/api/me/admissions/" + group, null);
            case "listAdmissions" -> asked(who, operation, "GET", conversation() + "/admissions", null);
            case "admitMember" -> asked(who, operation, "PUT", conversation() + "/admissions/" + another.user(), null);
            case "rejectAdmission" ->
                asked(who, operation, "DELETE", conversation() + "/admissions/" + another.user(), null);
            case "removeMember" -> asked(who, operation, "DELETE", conversation() + "/members/" + another.user(), null);
            case "leaveGroup" -> asked(who, operation, "DELETE", conversation() + "/members/me", null);
            case "changeRole" ->
                asked(who, operation, "PUT", conversation() + "/members/" + another.user() + "/role", """
                    {"role":"admin"}\
                    """);
            case "handOverGroup" ->
                asked(who, operation, "PUT", conversation() + "/owner", """
                    {"user":"%s"}\
                    """.formatted(another.user()));
            case "changeGroupDetails" ->
                asked(who, operation, "PUT", conversation() + "/details", "{\"name\":\"another\"}");
            case "changeGroupSettings" -> asked(who, operation, "PUT", conversation() + "/settings", """
                {"add":"member","write":"member","edit":"member","mention":"member","history":"start"}\
                """);
            case "muteMember" ->
                asked(who, operation, "PUT", conversation() + "/members/" + another.user() + "/mute", """
                    {"minutes":1}\
                    """);
            case "unmuteMember" ->
                asked(who, operation, "DELETE", conversation() + "/members/" + another.user() + "/mute", null);
            case "deleteGroup" -> asked(who, operation, "DELETE", conversation(), null);
            case "closeGroup" -> asked(who, operation, "PUT", conversation() + "/closed", null);
            case "changeGroupPicture" -> asked(who, operation, "PUT", conversation() + "/picture", "{\"upload\":null}");
            case "getGroupPicture" -> asked(who, operation, "GET", conversation() + "/picture", null);
            case "getJoinLinkPicture" ->
                asked(
                        who,
                        operation,
                        "GET",
                        "/api/join-links/" + joinLink.get("code").asString() + "/picture",
                        null);
            case "createJoinLink" -> asked(who, operation, "POST", conversation() + "/links", "{\"uses\":5}");
            case "listJoinLinks" -> asked(who, operation, "GET", conversation() + "/links", null);
            case "revokeJoinLink" ->
                asked(
                        who,
                        operation,
                        "DELETE",
                        conversation() + "/links/" + joinLink.get("link").asString(),
                        null);
            case "previewJoinLink" ->
                asked(
                        who,
                        operation,
                        "GET",
                        "/api/join-links/" + joinLink.get("code").asString(),
                        null);
            case "joinByLink" ->
                asked(
                        who,
                        operation,
                        "POST",
                        "/api/join-links/" + joinLink.get("code").asString() + "/members",
                        "{}");
            case "endSession" -> asked(who, operation, "DELETE", "/api/sessions/" + otherDevice.session(), null);
            case "signOut" -> asked(who, operation, "DELETE", "/api/sessions/current", null);
            case "eraseOneself" ->
                asked(who, operation, "DELETE", "/api/me", "{\"password\":\"" + Person.PASSWORD + "\"}");
            case "eraseOther" -> asked(who, operation, "DELETE", account, null);
            case "isUnderLegalHold" -> asked(who, operation, "GET", account + "/legal-hold", null);
            case "placeLegalHold" -> asked(who, operation, "PUT", account + "/legal-hold", null);
            case "isSuspended" -> asked(who, operation, "GET", account + "/suspension", null);
            case "suspendAccount" -> asked(who, operation, "PUT", account + "/suspension", null);
            case "liftSuspension" -> asked(who, operation, "DELETE", account + "/suspension", null);
            case "liftLegalHold" -> asked(who, operation, "DELETE", account + "/legal-hold", null);
            case "listClients" -> asked(who, operation, "GET", "/api/clients", null);
            case "createClient" ->
                asked(who, operation, "POST", "/api/clients", "{\"name\":\"x\",\"scopes\":[\"analyst\"]}");
            case "revokeClient" -> asked(who, operation, "DELETE", "/api/clients/" + unneeded.client(), null);
            case "replay" -> asked(who, operation, "GET", "/api/events?limit=1", null);
            default -> throw new IllegalArgumentException("nobody knows how to ask for " + operation);
        };
    }

    private String asked(Who who, String operation, String method, String path, @Nullable String body) {
        HttpResponse<String> answer =
                JsonHttp.send(JsonHttp.request(method, http.queries().resolve(path), token(who, operation), body));
        int status = answer.statusCode();
        return status < 300
                ? Integer.toString(status)
                : status + " " + JsonHttp.body(answer).path("code").asString("");
    }

    private String username(Who who) {
        Person person = person(who);
        return person == null ? "nobody" : person.username();
    }

    private static String registration() {
        return """
            {"username":"%s","password":"%s","displayName":"x","email":"x@example.org"}\
            """.formatted("m_" + UUID.randomUUID().toString().substring(0, 8), Person.PASSWORD);
    }

    private String refreshToken(Who who) {
        Person person = person(who);
        return person == null ? "{}" : "{\"refreshToken\":\"" + person.refreshToken() + "\"}";
    }

    private String clientToken(Who who) {
        Http.Answer answer = switch (who) {
            case PROGRAM -> http.form("/api/token", analyst.basic(), "grant_type=client_credentials");
            case WRONG_SCOPE ->
                http.form("/api/token", analyst.basic(), "grant_type=client_credentials&scope=operator");
            default -> http.form("/api/token", "Bearer " + token(who, "clientToken"), "grant_type=client_credentials");
        };
        return answer.status() < 300 ? Integer.toString(answer.status()) : answer.status() + " " + answer.code();
    }

    /** With a ticket where one is given. */
    private String handshake(Who who) {
        String ticket = http.post(token(who, "openSocket"), "/api/socket-tickets", Map.of("client", "native"))
                .body()
                .path("ticket")
                .asString("none");
        URI address = URI.create("ws://" + http.gateway().getAuthority() + "/api/socket");
        try {
            JsonHttp.CLIENT
                    .newWebSocketBuilder()
                    .subprotocols("parley.v1", "ticket." + ticket)
                    .buildAsync(address, new java.net.http.WebSocket.Listener() {})
                    .join()
                    .abort();
            return "101";
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return Integer.toString(refused.getResponse().statusCode());
            }
            throw e;
        }
    }

    /** A socket of someone, if they are a person. */
    @Nullable
    Device connect(Who who) {
        Person person = person(who);
        return person == null ? null : person.connect();
    }

    /** What someone is answered who sends a frame: the answer's type, the code of an error, or nothing by the time a ping is answered. */
    String send(Device device, String type, Who who) {
        Map<String, Object> frame = new HashMap<>(fields(type, who));
        frame.put("type", type);
        if (type.equals("resume")) {
            long before = device.told("ready").size();
            device.write(frame);
            device.ask(Map.of("type", "ping")).join();
            return device.told("ready").size() > before ? "ready" : "nothing";
        }
        var answer = device.ask(frame);
        if (!type.equals("ping")) {
            device.ask(Map.of("type", "ping")).join();
        }
        JsonNode told = answer.getNow(null);
        return switch (told == null && type.equals("ping") ? answer.join() : told) {
            case null -> "nothing";
            case JsonNode error
            when error.get("type").asString().equals("error") ->
                error.get("code").asString();
            case JsonNode other -> other.get("type").asString();
        };
    }

    private Map<String, Object> fields(String type, Who who) {
        return switch (type) {
            case "resume", "ping" -> Map.of();
            case "send" ->
                Map.of(
                        "conversation",
                        group,
                        "message",
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        "text",
                        "hello");
            case "received", "read" -> Map.of("upTo", Map.of(group, 1));
            case "focus" -> Map.of("conversation", group);
            case "typing" -> Map.of("conversation", group, "on", true);
            case "call.signal" ->
                Map.of("conversation", direct.substring(direct.lastIndexOf('/') + 1), "call", message, "data", "x");
            case "sfu.join" -> inCall("anew", true);
            case "sfu.publish" -> inCall("sdp", "x", "sources", Map.of("0", "microphone"));
            case "sfu.want" -> inCall("streams", List.of());
            case "sfu.answer" -> inCall("offer", 1, "sdp", "x");
            case "sfu.state" -> inCall("microphone", true, "camera", true, "screen", false, "hand", false);
            case "watch" -> Map.of("users", List.of(who == Who.AUTHOR ? member.user() : author.user()));
            default -> throw new IllegalArgumentException("nobody knows how to send " + type);
        };
    }

    /** @param more names and values */
    private Map<String, Object> inCall(Object... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("conversation", group, "call", message));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return fields;
    }
}
