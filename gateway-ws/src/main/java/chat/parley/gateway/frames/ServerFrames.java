package chat.parley.gateway.frames;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Writes server frames. */
public final class ServerFrames {

    static final JsonMapper JSON =
            JsonMapper.builder().addModule(new BlackbirdModule()).build();

    private ServerFrames() {}

    public static String write(ServerFrame frame) {
        return JSON.writeValueAsString(frame);
    }
}
