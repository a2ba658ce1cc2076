const SCHEMES = ['http:', 'https:', 'mailto:'];
const NAMES_A_PLACE = /:\/\/|@|[\p{L}\p{N}](?:\.|。)[\p{L}\p{N}]/u;

/** The address a link may lead to, or null: only the web's and mail's are followed. */
export function safeAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return SCHEMES.includes(url.protocol) ? url : null;
}

/** Whether a label is the address itself, so that nothing else needs to be shown of where it leads. */
export function showsItsPlace(label: string, url: URL): boolean {
  if (url.protocol === 'mailto:') return `mailto:${label}` === url.href || label === url.href;
  const address = label.toLowerCase().replace(/^https?:\/\//, '');
  return address.startsWith(url.host) && /^(?:$|[/?#\\])/.test(address.slice(url.host.length));
}

/** Whether a label reads like an address, which then is another one than where the link leads. */
export function namesAPlace(label: string): boolean {
  return NAMES_A_PLACE.test(label);
}

/** What is shown of where a link leads. */
export function placeOf(url: URL): string {
  return url.protocol === 'mailto:' ? decodeURI(url.pathname) : url.host;
}
