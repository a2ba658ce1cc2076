import type { TicketRequest } from '@parley/protocol/types';
import type { Call } from '../../api/Http';
import type { ClientKind } from '../../session/Identity';

/** A ticket for one handshake. */
export async function createTicket(call: Call, client: ClientKind): Promise<string> {
  const body: TicketRequest = { client };
  const { ticket } = await call('IssuedTicket', '/socket-tickets', { method: 'POST', body });
  return ticket;
}
