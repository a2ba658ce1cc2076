package chat.parley.gateway.socket;

import chat.parley.gateway.frames.ClientFrame;

/** What is said on a socket. For each socket these come one after another, on a thread that may wait. */
public interface Dialogue {

    void opened(ClientSocket socket);

    void said(ClientSocket socket, ClientFrame frame) throws InterruptedException;

    void closed(ClientSocket socket);
}
