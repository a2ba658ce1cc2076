import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay, type ModalOverlayProps } from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import { IconButton } from './IconButton';
import css from './ModalDialog.module.css';

interface ModalDialogProps extends Pick<ModalOverlayProps, 'isOpen' | 'onOpenChange'> {
  title: string;
  /** An alert asks for an answer before anything else. */
  role?: 'dialog' | 'alertdialog';
  children: (close: () => void) => ReactNode;
}

/**
 * A dialog over everything else; Escape and a press beside it close it. To be put in a `DialogTrigger`, or told
 * whether it is open.
 */
export function ModalDialog({ title, role = 'dialog', children, ...overlay }: ModalDialogProps) {
  const words = useWords();
  return (
    <ModalOverlay {...overlay} className={css.overlay ?? ''} isDismissable>
      <Modal className={css.modal ?? ''}>
        <Dialog ref={keepFocus} className={css.dialog ?? ''} role={role}>
          {({ close }) => (
            <>
              <div className={css.head}>
                <Heading slot="title" level={2} className={css.title ?? ''}>
                  {title}
                </Heading>
                <IconButton icon={X} label={words('ui.close')} onPress={close} />
              </div>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What had the focus may go, as a row that is dealt with: the dialog then has it, so that keys still reach it. */
function keepFocus(dialog: HTMLElement | null): (() => void) | undefined {
  if (!dialog) return undefined;
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) dialog.focus();
  });
  observer.observe(dialog, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => observer.disconnect();
}
