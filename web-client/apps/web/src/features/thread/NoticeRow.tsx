import { dayName } from '@/shared/time/format';
import rowCss from './MessageRow.module.css';
import css from './NoticeRow.module.css';
import type { NoticesItem } from './threadItems';
import { useNoticeLines } from './useNoticeLines';

/** What happened in a group, in words. */
export function NoticeRow({ item, newDay }: { item: NoticesItem; newDay: boolean }) {
  const lines = useNoticeLines(item.notices);
  return (
    <>
      {newDay ? (
        <p className={rowCss.day}>
          <span>{dayName(item.at)}</span>
        </p>
      ) : null}
      <div className={css.notices} data-key={item.key} data-at={item.at}>
        {lines.map(({ key, text }) => (
          <p key={key}>{text}</p>
        ))}
      </div>
    </>
  );
}
