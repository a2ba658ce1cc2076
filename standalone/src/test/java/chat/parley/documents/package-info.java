/** What others build upon, generated from the code and held to it: the HTTP API's document, the frames, the client's types. */
package chat.parley.documents;
