import { uuidv7 } from '@parley/client/text/uuidv7';
import type {
  GroupChanged,
  Joining,
  JoinLinkList,
  JoinLinkPreview,
  JoinLinkView,
  NewJoining,
  NewJoinLink,
} from '@parley/protocol/types';
import { http } from '@/shared/api/http';
import { session } from '@/shared/session/session';

const linksOf = (conversation: string) => `/conversations/${conversation}/links`;

export function fetchJoinLinks(conversation: string): Promise<JoinLinkList> {
  return session.call('JoinLinkList', linksOf(conversation));
}

export function createJoinLink(conversation: string, body: NewJoinLink): Promise<JoinLinkView> {
  return session.call('JoinLinkView', linksOf(conversation), { method: 'POST', key: uuidv7(), body });
}

export function revokeJoinLink(conversation: string, link: string): Promise<GroupChanged> {
  return session.call('GroupChanged', `${linksOf(conversation)}/${link}`, {
    method: 'DELETE',
    key: uuidv7(),
  });
}

/** For whoever holds a link, signed in or not. */
export function previewJoinLink(code: string): Promise<JoinLinkPreview> {
  return http.request('JoinLinkPreview', `/join-links/${encodeURIComponent(code)}`);
}

/** @param line what is said where one has to ask */
export function joinByLink(code: string, line: string): Promise<Joining> {
  const body: NewJoining = { line };
  return session.call('Joining', `/join-links/${encodeURIComponent(code)}/members`, {
    method: 'POST',
    key: uuidv7(),
    body,
  });
}
