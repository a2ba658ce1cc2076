import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import css from './Field.module.css';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  /** Phones are not to begin it with a capital letter. */
  autoCapitalize?: 'none';
}

/** A labelled line of text. A form's `validationErrors` are shown at the field they name. */
export function Field({ label, hint, autoCapitalize, ...props }: FieldProps) {
  return (
    <TextField {...props} className={css.field ?? ''}>
      <Label className={css.label}>
        {label}
        {props.isRequired ? null : <span className={css.optional}> (optional)</span>}
      </Label>
      <Input className={css.input ?? ''} autoCapitalize={autoCapitalize} />
      {hint ? (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={css.error ?? ''} />
    </TextField>
  );
}
