import { EmojiPicker, type SkinTone, useSkinTone } from 'frimousse';
import { type ComponentProps, useState } from 'react';
import { useLanguage } from '@/shared/words/useLanguage';
import { useWords } from '@/shared/words/useWords';
import css from './EmojiPanel.module.css';
import { chooseTone, chose, chosenTone, recentEmoji } from './emojiChoices';
import { emojiData } from './emojiData';

/** Rows and columns are counted from 0 by the library, and from 1 by whoever reads the page aloud. */
const PARTS: NonNullable<ComponentProps<typeof EmojiPicker.List>['components']> = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className={css.category}>
      {category.label}
    </div>
  ),
  Row: (props) => (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the library gives it its role.
    <div {...props} aria-rowindex={(props['aria-rowindex'] ?? 0) + 1} className={css.row} />
  ),
  Emoji: ({ emoji, ...props }) => (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the library gives it its role.
    <button {...props} aria-colindex={(props['aria-colindex'] ?? 0) + 1} className={css.emoji}>
      {emoji.emoji}
    </button>
  ),
};

/** All emoji, to be sought and chosen: with those that were chosen last, and in a tone of skin. */
export function EmojiPanel({ choose }: { choose(emoji: string): void }) {
  const words = useWords();
  const { language } = useLanguage();
  const [recent] = useState(recentEmoji);
  const [tone] = useState(chosenTone);

  function take(emoji: string) {
    chose(emoji);
    choose(emoji);
  }

  return (
    <EmojiPicker.Root
      className={css.panel}
      columns={8}
      locale={language}
      resolveEmojiData={emojiData}
      skinTone={tone}
      onEmojiSelect={({ emoji }) => take(emoji)}
    >
      <div className={css.head}>
        <EmojiPicker.Search
          className={css.search}
          aria-label={words('emoji.find')}
          placeholder={words('emoji.find')}
          autoFocus
        />
        <Tone />
      </div>
      {recent.length > 0 ? (
        <section className={css.recent} aria-label={words('emoji.recent')}>
          {recent.map((emoji) => (
            <button key={emoji} type="button" className={css.emoji} onClick={() => take(emoji)}>
              {emoji}
            </button>
          ))}
        </section>
      ) : null}
      <EmojiPicker.Viewport className={css.viewport}>
        <EmojiPicker.Loading className={css.note}>{words('emoji.loading')}</EmojiPicker.Loading>
        <EmojiPicker.Empty className={css.note}>{words('emoji.none')}</EmojiPicker.Empty>
        <EmojiPicker.List components={PARTS} />
      </EmojiPicker.Viewport>
    </EmojiPicker.Root>
  );
}

/** Goes through the tones of skin. */
function Tone() {
  const words = useWords();
  const [tone, setTone, variations] = useSkinTone('✋');
  const now = variations.findIndex(({ skinTone }) => skinTone === tone);

  function next() {
    const chosen: SkinTone = variations[(now + 1) % variations.length]?.skinTone ?? 'none';
    chooseTone(chosen);
    setTone(chosen);
  }

  return (
    <button type="button" className={css.emoji} aria-label={words('emoji.tone')} onClick={next}>
      {variations[now]?.emoji ?? '✋'}
    </button>
  );
}
