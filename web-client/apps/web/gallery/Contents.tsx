const VARIANTS = ['language=en&theme=light', 'language=de&theme=dark', 'language=ar&theme=light'];

/** Links to every screen in some languages and themes. */
export function Contents({ names }: { names: readonly string[] }) {
  return (
    <main style={{ padding: 24 }}>
      <h1>Parley’s screens</h1>
      <ul data-scenes={names.join(' ')}>
        {names.map((name) => (
          <li key={name}>
            {name}{' '}
            {VARIANTS.map((variant) => (
              <a key={variant} href={`?scene=${name}&${variant}`} style={{ marginInlineStart: 12 }}>
                {variant}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </main>
  );
}
