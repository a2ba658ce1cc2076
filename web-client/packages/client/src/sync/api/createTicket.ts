import type { Call } from '../../api/Http';

/** A ticket for one handshake. */
export async function createTicket(call: Call): Promise<string> {
  const { ticket } = await call('IssuedTicket', '/socket-tickets', { method: 'POST', body: {} });
  return ticket;
}
