package chat.parley.access;

/** The caller that a token names. */
public sealed interface Principal permits Caller, ServiceCaller, MachineClientCaller {}
