import { uuidv7 } from '@parley/client/text/uuidv7';
import type {
  AdmissionChanged,
  ApplicantList,
  MembershipChanged,
  OwnAdmissionList,
} from '@parley/protocol/types';
import { session } from '@/shared/session/session';

const ownOf = (group: string) => `/me/admissions/${group}`;
const into = (group: string) => `/conversations/${group}/admissions`;

/** @param after the position of a change that is known of */
export function fetchOwnAdmissions(after: number | undefined): Promise<OwnAdmissionList> {
  return session.call('OwnAdmissionList', '/me/admissions', { after });
}

export function fetchApplicants(group: string, after: number | undefined): Promise<ApplicantList> {
  return session.call('ApplicantList', into(group), { after });
}

export function acceptInvitation(group: string): Promise<AdmissionChanged> {
  return session.call('AdmissionChanged', ownOf(group), { method: 'PUT', key: uuidv7() });
}

/** Declines an invitation, or takes one's request back. */
export function declineAdmission(group: string): Promise<AdmissionChanged> {
  return session.call('AdmissionChanged', ownOf(group), { method: 'DELETE', key: uuidv7() });
}

export function admitMember(group: string, user: string): Promise<MembershipChanged> {
  return session.call('MembershipChanged', `${into(group)}/${user}`, { method: 'PUT', key: uuidv7() });
}

/** Does not let someone in, or takes an invitation back. */
export function rejectAdmission(group: string, user: string): Promise<AdmissionChanged> {
  return session.call('AdmissionChanged', `${into(group)}/${user}`, { method: 'DELETE', key: uuidv7() });
}
