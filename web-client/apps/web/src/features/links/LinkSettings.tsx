import { useStore } from 'zustand';
import { chooseLinks, linkChoice } from '@/shared/link/linkChoice';
import { Check } from '@/shared/ui/Check';
import css from '@/shared/ui/SettingsCard.module.css';
import { useWords } from '@/shared/words/useWords';

/** Whether what one links to is looked at while one writes. */
export function LinkSettings() {
  const words = useWords();
  const { shown } = useStore(linkChoice);
  return (
    <section className={css.card} aria-labelledby="link-settings">
      <h2 id="link-settings">{words('links.title')}</h2>
      <Check isSelected={shown} onChange={chooseLinks}>
        {words('links.show')}
      </Check>
      <p className={css.how}>{words('links.how')}</p>
    </section>
  );
}
