package chat.parley.gateway.frames;

import tools.jackson.databind.json.JsonMapper;

/** Writes server frames. */
public final class ServerFrames {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private ServerFrames() {}

    public static String write(ServerFrame frame) {
        return JSON.writeValueAsString(frame);
    }
}
