import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton';
import css from './ModalDialog.module.css';

interface ModalDialogProps {
  title: string;
  children: (close: () => void) => ReactNode;
}

/** A dialog over everything else; Escape and a press beside it close it. To be put in a `DialogTrigger`. */
export function ModalDialog({ title, children }: ModalDialogProps) {
  return (
    <ModalOverlay className={css.overlay ?? ''} isDismissable>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''}>
          {({ close }) => (
            <>
              <div className={css.head}>
                <Heading slot="title" level={2} className={css.title ?? ''}>
                  {title}
                </Heading>
                <IconButton icon="close" label="Close" onPress={close} />
              </div>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
