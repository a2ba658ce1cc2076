import { Label, Radio, RadioGroup } from 'react-aria-components';
import css from './Choice.module.css';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  /** Each value with what it is called. */
  options: readonly (readonly [Value, string])[];
  choose(value: Value): void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, choose }: ChoiceProps<Value>) {
  return (
    <RadioGroup
      className={css.group ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find(([each]) => each === chosen);
        if (option) choose(option[0]);
      }}
    >
      <Label className={css.label}>{label}</Label>
      <div className={css.options}>
        {options.map(([each, name]) => (
          <Radio key={each} value={each} className={css.option ?? ''}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
