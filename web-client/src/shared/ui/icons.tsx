import type { ReactNode } from 'react';

const paths = {
  back: <path d="m14.5 5-7 7 7 7" />,
  plus: <path d="M12 5v14M5 12h14" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  send: <path d="M4.5 12 20 4.5 15 20l-3.2-6.3z M11.8 13.7 20 4.5" />,
  down: <path d="M12 5v14m-6-6 6 6 6-6" />,
  clock: <path d="M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17" />,
  sent: <path d="m5.5 12.5 4.2 4.2L18.5 8" />,
  delivered: <path d="m1.5 12.5 4.2 4.2L14 8M9.8 13.8l2.9 2.9L21.5 8" />,
  alert: <path d="M12 7.5v5.2m0 3.4v.1M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17" />,
  more: <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth={3} />,
  bin: <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10.3 10.5v5.5m3.4-5.5v5.5" />,
  smile: (
    <path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17M8.3 14.3c.8 1.4 2.1 2.1 3.7 2.1s2.9-.7 3.7-2.1M9 9.7h.01M15 9.7h.01" />
  ),
  devices: <path d="M3.5 5.5h13v9h-13zM2 17.5h9M15.5 10.5h5.5v9h-5.5z" />,
  leave: <path d="M13.5 4.5H6v15h7.5M10.5 12h10m-3.5-3.5 3.5 3.5-3.5 3.5" />,
  person: <path d="M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8M4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.700 1.900 7.5 5.5" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** Decoration: whatever it means is also said in words beside it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths[name]}
    </svg>
  );
}
