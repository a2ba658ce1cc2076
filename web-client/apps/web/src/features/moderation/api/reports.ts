import { uuidv7 } from '@parley/client/text/uuidv7';
import type { NewReport, ReportChanged, ReportList } from '@parley/protocol/types';
import { session } from '@/shared/session/session';

const groupOf = (conversation: string) => `/conversations/${conversation}`;

/** @param after the position of a change that is known of */
export function fetchReports(group: string, after: number | undefined): Promise<ReportList> {
  return session.call('ReportList', `${groupOf(group)}/reports`, { after });
}

export function reportMessage(
  group: string,
  { message, sequence }: { message: string; sequence: number },
  body: NewReport,
): Promise<ReportChanged> {
  return file(`${groupOf(group)}/messages/${message}/reports?sequence=${sequence}`, body);
}

export function reportMember(group: string, user: string, body: NewReport): Promise<ReportChanged> {
  return file(`${groupOf(group)}/members/${user}/reports`, body);
}

export function settleReport(group: string, report: string): Promise<ReportChanged> {
  return session.call('ReportChanged', `${groupOf(group)}/reports/${report}`, {
    method: 'DELETE',
    key: uuidv7(),
  });
}

function file(path: string, body: NewReport): Promise<ReportChanged> {
  return session.call('ReportChanged', path, { method: 'POST', key: uuidv7(), body });
}
