import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { categoryName, categoryNames } from '#contract/messages/compliance-names';
import { userLimits } from '#domain/compliance/user/user-types';
import { useTranslator } from '../../i18n/locale.tsx';

interface CategorySelectProps {
  /** Given by the form around it. */
  id?: string;
  value?: string;
  onChange?(category: string): void;
}

/** A category of the rules, or one the user names. */
export function CategorySelect({ id, value, onChange }: CategorySelectProps): ReactNode {
  const { pick } = useTranslator();
  const [typed, setTyped] = useState('');
  const known = new Set([...Object.keys(categoryNames), ...(value ? [value] : [])]);
  const own = typed.trim().slice(0, userLimits.categoryLength);
  const options = [...known].map((category) => ({ value: category, label: pick(categoryName(category)) }));
  const isNew = own !== '' && !options.some((option) => option.label === own || option.value === own);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(category: string) => onChange?.(category)}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
      options={isNew ? [{ value: own, label: own }, ...options] : options}
    />
  );
}
