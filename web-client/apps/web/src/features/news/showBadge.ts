/** A mark on the page's icon, and on that of the application where it is installed. */
export function showBadge(count: number): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon) icon.href = count > 0 ? '/favicon-unread.svg' : '/favicon.svg';
  if ('setAppBadge' in navigator) navigator.setAppBadge(count).catch(() => {});
}
