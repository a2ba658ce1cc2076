import { Problem } from './Problem';

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  retryable?: boolean;
  errors?: { field: string; code: string; detail: string }[];
}

/** Reads a refusal; an answer that is not a problem document (a proxy's page) still becomes a sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  const seconds = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    body.code ?? `http_${response.status}`,
    body.detail ?? body.title ?? 'Something went wrong on our side. Try again in a moment.',
    body.retryable ?? response.status >= 500,
    body.errors ?? [],
    Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null,
  );
}
