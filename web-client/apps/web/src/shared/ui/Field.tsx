import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
  ToggleButton,
} from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import css from './Field.module.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  /** What is wrong with what it holds, as a sentence; told in place of the hint. */
  error?: string | undefined;
  /** Phones are not to begin it with a capital letter. */
  autoCapitalize?: 'none';
}

/** A labelled line of text that says what is wrong with it. What is typed as a password can be shown. */
export function Field({ label, hint, error, autoCapitalize, type, ...props }: FieldProps) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  const secret = type === 'password';
  return (
    <TextField
      {...props}
      type={secret && shown ? 'text' : (type ?? 'text')}
      isInvalid={error !== undefined}
      className={css.field ?? ''}
    >
      <Label className={css.label}>
        {label}
        {props.isRequired ? null : <span className={css.optional}> {words('ui.optional')}</span>}
      </Label>
      <div className={css.row}>
        <Input
          className={`${css.input} ${secret ? css['with-action'] : ''}`}
          autoCapitalize={secret ? 'none' : autoCapitalize}
          spellCheck={secret ? false : undefined}
          dir={type === 'email' || type === 'tel' ? 'ltr' : secret ? undefined : 'auto'}
        />
        {secret ? (
          <span className={css.action}>
            <ToggleButton
              className={css.reveal ?? ''}
              aria-label={words('ui.reveal')}
              isSelected={shown}
              onChange={setShown}
            >
              {shown ? <EyeOff size={20} /> : <Eye size={20} />}
            </ToggleButton>
          </span>
        ) : null}
      </div>
      {hint && error === undefined ? (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={css.error ?? ''}>
        <CircleAlert size={16} aria-hidden="true" />
        <span>{error}</span>
      </FieldError>
    </TextField>
  );
}
