import type { Link } from '@parley/client/conversation/content';
import { safeAddress } from '../markup/links';
import css from './LinkCard.module.css';

interface LinkCardProps {
  link: Link;
  /** The picture's address within this page; undefined until it is there. */
  picture: string | undefined;
  /** Whether it can be followed. */
  leads: boolean;
}

/** What a page says of itself. Where it leads is what was asked for, not what the page says. */
export function LinkCard({ link, picture, leads }: LinkCardProps) {
  const url = safeAddress(link.url);
  if (!url) return null;
  const inside = (
    <>
      {link.picture ? (
        picture ? (
          <img className={css.picture} src={picture} alt="" />
        ) : (
          <span className={css.picture} />
        )
      ) : null}
      <span className={css.words}>
        <span className={css.title} dir="auto">
          {link.title}
        </span>
        {link.description ? (
          <span className={css.description} dir="auto">
            {link.description}
          </span>
        ) : null}
        <bdi className={css.place}>{url.host}</bdi>
      </span>
    </>
  );
  if (!leads) return <div className={css.card}>{inside}</div>;
  return (
    <a className={css.card} href={url.href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}
