import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import { useWords } from '@/shared/words/useWords';
import css from './Field.module.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  /** What is wrong with what it holds, as a sentence. */
  error?: string | undefined;
  /** Phones are not to begin it with a capital letter. */
  autoCapitalize?: 'none';
}

/** A labelled line of text that says what is wrong with it. */
export function Field({ label, hint, error, autoCapitalize, ...props }: FieldProps) {
  const words = useWords();
  return (
    <TextField {...props} isInvalid={error !== undefined} className={css.field ?? ''}>
      <Label className={css.label}>
        {label}
        {props.isRequired ? null : <span className={css.optional}> {words('ui.optional')}</span>}
      </Label>
      <Input className={css.input ?? ''} autoCapitalize={autoCapitalize} />
      {hint ? (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={css.error ?? ''}>{error}</FieldError>
    </TextField>
  );
}
