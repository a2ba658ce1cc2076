import { authorized } from '../../session/authorized';

/** A ticket for one handshake. */
export async function createTicket(): Promise<string> {
  const { ticket } = await authorized('IssuedTicket', '/socket-tickets', { method: 'POST', body: {} });
  return ticket;
}
