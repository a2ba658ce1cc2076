package chat.parley.access;

/** Whom a token names. */
public sealed interface Principal permits Caller, ServiceCaller, ClientCaller {}
