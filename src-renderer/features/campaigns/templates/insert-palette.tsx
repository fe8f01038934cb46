import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { templateVariableMessages } from '#contract/messages/template-messages';
import { type VariableName, variableNames } from '#domain/campaigns/templates/variables';
import { useTranslator } from '../../../i18n/locale.tsx';

/** What a variable is mostly passed through. */
const usualFilter: Partial<Record<VariableName, string>> = {
  标题: '截断: 60',
  短标题: '截断: 40',
  推荐语: '截断: 90',
  原价: '元',
  券后价: '元',
  到手价: '元',
  立省: '元',
  券面额: '元',
  券门槛: '元',
  佣金: '元',
  券开始: '日期',
  券截止: '日期',
  月销: '销量',
};

/** Pieces that take more than one variable. */
const snippets = {
  coupon: '{% if 券 %}\n用{{ 券 }}\n{% endif %}',
  price: '{% if 券后价 %}\n券后{{ 券后价 | 元 }}（原价{{ 原价 | 元 }}）\n{% else %}\n{{ 原价 | 元 }}\n{% endif %}',
  link: '{% if 口令 %}\n复制下面的口令，打开{{ 应用 }}查看：\n{{ 口令 }}\n{% elsif 链接 %}\n{{ 链接 }}\n{% endif %}',
} as const;

const placeholderOf = (name: VariableName): string => {
  const filter = usualFilter[name];
  return filter === undefined ? `{{ ${name} }}` : `{{ ${name} | ${filter} }}`;
};

/** Variables and ready pieces, put in where the cursor is; each says what it holds. */
export function InsertPalette({ onInsert }: { onInsert(text: string): void }): ReactNode {
  const { t, pick } = useTranslator();
  return (
    <section className="insert-palette" aria-labelledby="insert-palette">
      <h3 id="insert-palette">{t('templates.insert')}</h3>
      <div>
        {(Object.keys(snippets) as (keyof typeof snippets)[]).map((key) => (
          <Button key={key} size="small" type="dashed" onClick={() => onInsert(snippets[key])}>
            {t(`templates.snippet.${key}`)}
          </Button>
        ))}
      </div>
      <div>
        {variableNames.map((name) => (
          <Tooltip key={name} title={pick(templateVariableMessages[name])}>
            <Button size="small" onClick={() => onInsert(placeholderOf(name))}>
              {name}
            </Button>
          </Tooltip>
        ))}
      </div>
    </section>
  );
}
