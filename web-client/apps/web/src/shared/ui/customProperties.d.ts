import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are style as well. */
    [property: `--${string}`]: string | number;
  }
}
