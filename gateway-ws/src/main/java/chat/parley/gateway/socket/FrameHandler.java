package chat.parley.gateway.socket;

import chat.parley.gateway.frames.ClientFrame;

/** Handles the frames of a socket, one after another for each socket, on a thread that may wait. */
public interface FrameHandler {

    void opened(ClientSocket socket);

    void onFrame(ClientSocket socket, ClientFrame frame) throws InterruptedException;

    void closed(ClientSocket socket);
}
