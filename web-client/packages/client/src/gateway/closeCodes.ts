/** Close codes a client acts on; every other one means: reconnect with back-off. */
export const GOING_AWAY = 1001;
export const SESSION_ENDED = 4001;
